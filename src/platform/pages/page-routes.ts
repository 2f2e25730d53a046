/** Which page an address asks for, and the key under which it is kept. */
import type { PageRequest, PageRoute } from './page.ts';

export interface PageAddress {
  readonly route: PageRoute;
  readonly key: string;
  /** The request target, as it came. */
  readonly target: string;
  readonly request: Omit<PageRequest, 'now'>;
  /** Whether the query makes a difference here: anybody can invent such addresses. */
  readonly passing: boolean;
}

/** An address that means nothing: `malformed` where its escapes are wrong or hide a slash or a NUL. */
export type Located = PageAddress | 'malformed' | null;

export interface PageRoutes {
  /** The page of the routes that name their paths; null where only the last resort might know it. */
  named(target: string): Located;
  /** The page of any route, the last resort included. */
  any(target: string): Located;
}

/** Orders routes: exact paths, then patterns as they were declared, then `/*`. Throws where two declare one path. */
export function pageRoutes(routes: readonly PageRoute[]): PageRoutes {
  const exact = new Map<string, PageRoute>();
  const patterns: Pattern[] = [];
  let lastResort: PageRoute | null = null;
  const declared = new Set<string>();
  for (const route of routes) {
    if (declared.has(route.path)) throw new Error(`Two pages are declared at ${route.path}.`);
    declared.add(route.path);
    if (route.path === '/*') lastResort = route;
    else if (route.path.includes('/:')) patterns.push({ route, parts: route.path.split('/') });
    else exact.set(route.path, route);
  }
  const named = (target: string): Located => locate(target, (path) => findNamed(path, exact, patterns));
  return {
    named,
    any: (target) => named(target) ?? locate(target, () => (lastResort === null ? null : { route: lastResort, params: {} })),
  };
}

interface Pattern {
  readonly route: PageRoute;
  readonly parts: readonly string[];
}

interface Found {
  readonly route: PageRoute;
  readonly params: Readonly<Record<string, string>>;
}

function findNamed(path: string, exact: ReadonlyMap<string, PageRoute>, patterns: readonly Pattern[]): Found | null {
  const route = exact.get(path);
  if (route !== undefined) return { route, params: {} };
  const parts = path.split('/');
  for (const pattern of patterns) {
    const params = paramsOf(parts, pattern.parts);
    if (params !== null) return { route: pattern.route, params };
  }
  return null;
}

function paramsOf(parts: readonly string[], pattern: readonly string[]): Record<string, string> | null {
  if (parts.length !== pattern.length) return null;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (expected.startsWith(':')) {
      if (part === '') return null;
      params[expected.slice(1)] = part;
    } else if (part !== expected) return null;
  }
  return params;
}

function locate(target: string, find: (path: string) => Found | null): Located {
  const mark = target.indexOf('?');
  const path = decode(mark === -1 ? target : target.slice(0, mark));
  if (path === null) return 'malformed';
  const found = find(path);
  if (found === null) return null;
  const query = declaredQuery(mark === -1 ? '' : target.slice(mark + 1), found.route.query ?? []);
  if (query === null) return 'malformed';
  const names = Object.entries(query);
  return {
    route: found.route,
    key: [path, ...names.flat()].join('\0'),
    target,
    request: { path, params: found.params, query },
    passing: names.length > 0,
  };
}

/** Escaped slashes would make two paths of one; PostgreSQL knows no NUL. */
function decode(path: string): string | null {
  if (!path.startsWith('/') || /%(?:2f|5c|00)|[\\\0]/i.test(path)) return null;
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** In the order of declaration, so that the order in the address makes no second page; the first value counts. */
function declaredQuery(query: string, names: readonly string[]): Record<string, string> | null {
  if (query === '' || names.length === 0) return {};
  const given = new URLSearchParams(query);
  const declared: Record<string, string> = {};
  for (const name of names) {
    const value = given.get(name);
    if (value === null) continue;
    if (value.includes('\0')) return null;
    declared[name] = value;
  }
  return declared;
}
