/** What a feature brings to the journalists' app: the shape of a browser's door. */
import type { ComponentType } from 'react';
import type { IconName } from './icons.tsx';

export interface DeskPart {
  readonly views: readonly DeskView[];
  readonly entries?: readonly DeskEntry[];
}

export interface DeskView {
  /** Below /desk, with `$name` for what varies: `/stories/$id`. */
  readonly path: string;
  /** Loaded when first visited, so that the list does not wait for the editor. */
  load(): Promise<{ readonly View: ComponentType }>;
  /** The view brings its own head and wants the whole window. */
  readonly whole?: true;
}

export interface DeskEntry {
  readonly path: string;
  /** Key of its name in the words. */
  readonly words: string;
  readonly icon: IconName;
  readonly group: 'write' | 'house' | 'run';
  /** Shown only to those who may do one of these. */
  readonly acts?: readonly string[];
}
