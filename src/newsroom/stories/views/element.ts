/** What the view of an element of the grammar is given. */
import type { ReactNode } from 'react';
import type { PictureSummary } from '../../pictures/picture.ts';
import type { DocumentJson } from '../grammar.ts';
import type { Reading } from './context.ts';

export interface BodyValues {
  readonly body: DocumentJson;
  readonly pictures: ReadonlyMap<string, PictureSummary>;
  readonly reading: Reading;
  /** Paid-for links say so to search engines. */
  readonly paid?: boolean;
}

export interface ElementValues extends Omit<BodyValues, 'body'> {
  readonly node: DocumentJson;
  /** What stands inside the element, rendered. */
  readonly inside: ReactNode;
}

/** Gives the element's HTML; later features add theirs through `further`. */
export type BodyElement = (values: ElementValues) => ReactNode;
