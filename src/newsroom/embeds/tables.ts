import type { Generated } from 'kysely';

export interface ProviderRow {
  id: string;
  own: boolean;
  name: string;
  company: string;
  enabled: boolean;
  hosts: string[];
  frame_hosts: string[];
  endpoint: string | null;
  version: number;
}

export interface EmbedRow {
  id: string;
  provider: string;
  url: string;
  frame: string | null;
  ratio: number | null;
  height: number | null;
  title: Generated<string>;
  author: Generated<string>;
  language: string;
  thumbnail: string | null;
  poster: string | null;
  version: Generated<number>;
  created_at: Date;
  created_by: string;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    embed_providers: ProviderRow;
    embeds: EmbedRow;
  }
}
