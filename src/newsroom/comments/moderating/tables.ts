export interface CommentHoldRow {
  comment_id: string;
  holder_id: string;
  holder_name: string;
  ends_at: Date;
}

declare module '../../../platform/database/database.ts' {
  interface Tables {
    comment_holds: CommentHoldRow;
  }
}
