/** Pages that say what went wrong. The site makes them; what it cannot make even then is a page without the database. */
export interface ErrorPages {
  /** The site's own page for a status; may fail when the database is away. */
  render(error: ErrorFacts): Promise<ErrorPage>;
  /** A page made of nothing but itself, for when nothing else can be made. */
  plain(error: ErrorFacts): ErrorPage;
}

export interface ErrorFacts {
  readonly status: 400 | 403 | 404 | 405 | 413 | 429 | 500 | 503;
  /** As asked, decoded where it could be. */
  readonly path: string;
  readonly requestId: string;
  readonly now: Date;
}

export interface ErrorPage {
  readonly body: string;
  /** Its Content-Security-Policy above all. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The site's page for an error, or the plain one where it cannot be made. */
export async function errorPageFor(pages: ErrorPages, error: ErrorFacts): Promise<ErrorPage> {
  if (error.status === 503) return pages.plain(error);
  try {
    return await pages.render(error);
  } catch {
    return pages.plain(error);
  }
}
