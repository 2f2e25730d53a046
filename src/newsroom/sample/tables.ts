export interface SampleThingRow {
  kind: string;
  id: string;
  fingerprint: string;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    sample_things: SampleThingRow;
  }
}
