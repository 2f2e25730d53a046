/** Which story of ours another system's thread belongs to. Pure: the candidates are given. */
import type { ArrivingThread } from './arriving.ts';

export interface StoryName {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
}

/** What people say themselves: an old address, or its path, to a story. */
export type SaidThreads = ReadonlyMap<string, string>;

export function threadKey({ link, title }: ArrivingThread): string {
  return link === '' ? `title:${title}` : link;
}

/**
 * The story: as somebody said; else the one whose id ends the address; else the only one with the slug that ends it;
 * else the only one with this very headline. Null where nothing or too much fits: guessing would put words where they were not said.
 */
export function storyOf(thread: ArrivingThread, { said, stories }: { said: SaidThreads; stories: readonly StoryName[] }): string | null {
  const path = pathOf(thread.link);
  const named = said.get(thread.link) ?? said.get(path);
  if (named !== undefined) return named;
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  const byId = stories.find(({ id }) => last === id || last.endsWith(`-${id}`));
  if (byId !== undefined) return byId.id;
  return only(stories, ({ slug }) => last !== '' && slug === plainSlug(last)) ?? only(stories, ({ headline }) => thread.title.trim() !== '' && headline.trim() === thread.title.trim());
}

/** What may find the story of these threads: slugs, ids and headlines, to be looked up at once. */
export function traces(threads: readonly ArrivingThread[]): { readonly ends: string[]; readonly headlines: string[] } {
  const ends = threads.map(({ link }) => pathOf(link).split('/').findLast((part) => part !== '') ?? '').filter((end) => end !== '');
  return { ends: [...new Set(ends.flatMap((end) => [plainSlug(end), end.slice(-8)]))], headlines: [...new Set(threads.map(({ title }) => title.trim()).filter((title) => title !== ''))] };
}

export function pathOf(link: string): string {
  const path = URL.canParse(link) ? new URL(link).pathname : link.replace(/[?#].*$/u, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** `229_8880.html` and `2024-03-see-steigt` name their stories without what is around the words. */
function plainSlug(end: string): string {
  return end.replace(/\.(html?|php|aspx?)$/u, '').toLowerCase();
}

function only(stories: readonly StoryName[], fits: (story: StoryName) => boolean): string | null {
  const found = stories.filter(fits);
  return found.length === 1 ? found[0]!.id : null;
}
