/** The picture that other sites show of a story that has none. */
export interface SocialPictureRow {
  story_id: string;
  /** What it was drawn from, in 16 hexadecimal letters: its address. */
  made: string;
  /** The object that holds it. */
  address: string;
  made_at: Date;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    social_pictures: SocialPictureRow;
  }
}
