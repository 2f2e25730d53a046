/** What the view of an element of the grammar is given. */
import type { ReactNode } from 'react';
import type { PictureSummary } from '../../pictures/picture.ts';
import type { Things } from '../elements/element.ts';
import type { DocumentJson } from '../grammar.ts';
import type { Reading } from './context.ts';

export interface BodyValues {
  readonly body: DocumentJson;
  readonly pictures: ReadonlyMap<string, PictureSummary>;
  /** What features bring, by id. */
  readonly things?: Things;
  readonly reading: Reading;
  /** Paid-for links say so to search engines. */
  readonly paid?: boolean;
}

export interface ElementValues extends Omit<BodyValues, 'body' | 'things'> {
  readonly things: Things;
  readonly node: DocumentJson;
  /** What stands inside the element, rendered. */
  readonly inside: ReactNode;
  /** How many of its kind stand before it. */
  readonly nth: number;
}

/** Gives the element's HTML. */
export type BodyElement = (values: ElementValues) => ReactNode;
