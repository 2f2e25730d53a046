export interface TopicRow {
  id: string;
  slug: string;
  name: string;
  language: string;
  created_at: Date;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    topics: TopicRow;
  }
}
