import type { WrittenPage } from '../page.ts';

/** A page as the API tells it. */
export type PageFacts = Omit<WrittenPage, 'changedAt'> & { readonly changedAt: string };
