import type { Generated, JSONColumnType } from 'kysely';
import type { Language } from '../../platform/words/words.ts';
import type { Contact, Imprint } from './paper.ts';

/** One row: there is one publication. */
export interface PublicationRow {
  id: Generated<1>;
  version: number;
  name: string;
  short_name: string;
  tagline: string;
  accent: string;
  languages: Language[];
  time_zone: string;
  address_form: 'du' | 'sie';
  contact: JSONColumnType<Partial<Contact>>;
  imprint: JSONColumnType<Partial<Imprint>>;
  logo: string | null;
  logo_width: number | null;
  logo_height: number | null;
  icons: JSONColumnType<Record<string, string>>;
  changed_at: Date;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    publication: PublicationRow;
  }
}
