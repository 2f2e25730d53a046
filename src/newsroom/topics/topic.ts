/** What stories are about, across sections: «Klima», «Bahn». A topic belongs to one language. */
export interface Topic {
  readonly id: string;
  /** Of its page, `/thema/<slug>`; it stays when the name changes. */
  readonly slug: string;
  readonly name: string;
  readonly language: string;
  readonly createdAt: Date;
}

/** «Gesetz über die Zusammenarbeit im Bereich der Berufsbildung» is 59 long. */
export const longestTopic = 80;
