/** Somebody whose name stands over stories; perhaps, not always, one of the staff. */
export interface Author {
  readonly id: string;
  /** Of the author's page, `/autor/<slug>`; it stays when the name changes. */
  readonly slug: string;
  readonly name: string;
  /** One line. */
  readonly about: string;
  /** Id of a picture. */
  readonly portrait: string | null;
  /** Id of the staff account. */
  readonly staff: string | null;
  readonly version: number;
  readonly createdAt: Date;
}
