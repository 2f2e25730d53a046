/** Who publishes, as feeds and structured data name them. Pure. */
import type { Publication } from '../publication/paper.ts';
import { logoPath } from '../publication/paper.ts';

export interface Publisher {
  readonly name: string;
  readonly tagline: string;
  /** PUBLIC_URL without a slash at its end. */
  readonly origin: string;
  readonly language: string;
  /** Absolute. */
  readonly logo: { readonly url: string; readonly width: number; readonly height: number };
}

/** Where there is no logo its icon stands, which always is. */
export function publisherOf(publication: Pick<Publication, 'name' | 'tagline' | 'languages' | 'logo'>, origin: string): Publisher {
  const { name, tagline, languages, logo } = publication;
  const shown = logo === null ? { url: `${origin}/icon-512.png`, width: 512, height: 512 } : { url: origin + logoPath(logo), width: logo.width, height: logo.height };
  return { name, tagline, origin, language: languages[0] ?? 'de', logo: shown };
}
