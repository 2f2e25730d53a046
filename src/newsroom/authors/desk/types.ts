export interface AuthorFacts {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly about: string;
  readonly portrait: string | null;
  readonly staff: string | null;
  readonly version: number;
}
