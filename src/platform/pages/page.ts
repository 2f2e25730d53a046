/** What a reader's page is to the house: rendered once after a change, kept with its tags, served from memory. */
export interface Page {
  readonly status: 200 | 301 | 302 | 404 | 410 | 503;
  /** For a redirect: the path to go to. */
  readonly location?: string;
  readonly type: 'text/html; charset=utf-8' | 'application/rss+xml; charset=utf-8' | 'application/xml; charset=utf-8' | 'text/plain; charset=utf-8' | 'application/json; charset=utf-8' | 'text/csv; charset=utf-8' | 'image/svg+xml';
  readonly body: string;
  /** What it was made from: `story:k3f9…`, `section:…`, `front`, `publication`. An announcement of a tag drops it. */
  readonly tags: readonly string[];
  /** The instant at which it must be made anew. */
  readonly expires?: Date;
  /** The instant past which it is never served, not even stale: an embargo, a licence. */
  readonly ends?: Date;
  /** Further headers of this page, such as its Content-Security-Policy. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PageRequest {
  /** The path as asked, decoded, without query. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** Only the query names that the route declares. */
  readonly query: Readonly<Record<string, string>>;
  readonly now: Date;
}

export interface PageRoute {
  /** `/`, `/suche`, `/autor/:slug`, or `/*` for the last resort, which sees every path that no other route knows. */
  readonly path: string;
  /** The query names that make a difference to the page; all others are ignored. */
  readonly query?: readonly string[];
  render(request: PageRequest): Promise<Page>;
}
