import type { DocumentJson } from '../../stories/grammar.ts';
import type { PagePlace } from '../page.ts';

export interface PageFacts {
  readonly id: string;
  readonly slug: string;
  readonly language: string;
  readonly title: string;
  readonly body: DocumentJson;
  readonly place: PagePlace;
  readonly position: number;
  readonly public: boolean;
  readonly version: number;
  readonly changedAt: string;
}
