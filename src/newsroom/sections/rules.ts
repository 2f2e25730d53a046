/** What the newsroom has decided about sections: where they may stand and what they may be called. */
import { refuse } from '../../platform/result.ts';
import type { Refused } from '../../platform/result.ts';
import type { Section } from './section.ts';

/** `international/amerika/usa/texas`: deeper trees are topics. */
export const deepest = 4;
/** Longer names do not fit a navigation, and a path of four of them still fits every mail. */
export const longestSegment = 60;
/** Between two sections without a position of their own, so that one can be put between them. */
export const positionStep = 10;

/**
 * First words that belong to the house: its own addresses, those that browsers and machines ask every site for, and
 * those that it is going to need. A test holds this list against every route that there is.
 */
export const reservedWords: ReadonlySet<string> = new Set([
  // the site
  'autor', 'thema', 'quelle', 'suche', 'seite', 'korrekturen', 'transparenz', 'bilder', 'videos', 'vorschau', 'teilen', 'logo', 'feed', 'sitemap', 'news-sitemap',
  // the house
  'api', 'assets', 'desk', 'desk-preview', 'metrics', 'healthz', 'readyz', 'sign-in', 'sign-out', 'anmelden', 'abmelden', 'einladung',
  // what is still to come: readers, comments, contributions, tips, newsletters, the fediverse
  'konto', 'kommentar', 'kommentare', 'comments', 'beitrag', 'beitraege', 'unterstuetzen', 'spenden', 'hinweise', 'tipps', 'newsletter', 'nodeinfo',
  'users', 'inbox', 'outbox', 'webhooks', 'upload', 'uploads', 'downloads', 'events', 'archiv',
  // what others ask for
  'robots', 'favicon', 'manifest', 'well-known', 'static', 'public', 'admin', 'wp-admin', 'wp-content', 'wp-login', 'cgi-bin', 'null', 'undefined',
]);

/** The first words of addresses that a section could take away from them: `/autor/:slug` gives `autor`, `/feed.xml` nothing. */
export function wordsOfRoutes(paths: Iterable<string>): Set<string> {
  const first = Iterator.from(paths).map((path) => path.split('/')[1] ?? '');
  return new Set(first.filter((word) => segmentPattern.test(word)));
}

type PathRefusal = 'path-malformed' | 'path-too-deep' | 'path-reserved' | 'path-like-a-story';
export type PlaceRefusal = PathRefusal | 'section-exists' | 'parent-missing';
type Place = Pick<Section, 'id' | 'path'>;

const segmentPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/u;
// `/kultur/wahlen-23456789` is a story's address: eight letters of its id at the end decide alone.
const storyPattern = /(^|-)[2-9b-df-hj-km-np-tv-z]{8}$/u;

/** Whether a path can be a section's address at all. */
export function pathProblem(path: string): Refused<PathRefusal> | null {
  const segments = path.split('/');
  if (segments.some((segment) => !segmentPattern.test(segment) || segment.length > longestSegment)) {
    return refuse('path-malformed', { path: path.slice(0, 2 * longestSegment), longest: longestSegment });
  }
  if (segments.length > deepest) return refuse('path-too-deep', { deepest });
  const [first = ''] = segments;
  if (reservedWords.has(first)) return refuse('path-reserved', { word: first });
  const likeAStory = segments.find((segment) => storyPattern.test(segment));
  return likeAStory === undefined ? null : refuse('path-like-a-story', { word: likeAStory });
}

/** The path of the section above, null for one at the root. */
export function parentPath(path: string): string | null {
  const end = path.lastIndexOf('/');
  return end === -1 ? null : path.slice(0, end);
}

/** Whether a new section may stand at this path; its parent where it may (null: the root). */
export function mayStand<One extends Place>(path: string, tree: readonly One[]): One | null | Refused<PlaceRefusal> {
  const problem = pathProblem(path);
  if (problem !== null) return problem;
  if (tree.some((section) => section.path === path)) return refuse('section-exists', { path });
  const above = parentPath(path);
  if (above === null) return null;
  return tree.find((section) => section.path === above) ?? refuse('parent-missing', { path: above });
}

/** Whether a section may move with all that stands below it; its new parent where it may (null: the root). */
export function mayMove<One extends Place>(section: One, to: string, tree: readonly One[]): One | null | Refused<PlaceRefusal | 'under-itself'> {
  if (to.startsWith(`${section.path}/`)) return refuse('under-itself', { path: to });
  const parent = mayStand(to, tree);
  if (parent !== null && 'refused' in parent) return parent;
  const below = subtree(section, tree).map((one) => movedPath(one.path, section.path, to));
  if (below.some((path) => path.split('/').length > deepest)) return refuse('path-too-deep', { deepest });
  return below.map(pathProblem).find((problem) => problem !== null) ?? parent;
}

/** The section and everything below it. */
export function subtree<One extends Place>(section: Place, tree: readonly One[]): One[] {
  return tree.filter((one) => one.path === section.path || one.path.startsWith(`${section.path}/`));
}

/** Where a section of a moved subtree stands afterwards. */
export function movedPath(path: string, from: string, to: string): string {
  return to + path.slice(from.length);
}
