/** An agency or another source that stories are credited to. */
export interface Agency {
  readonly id: string;
  /** Of its page, `/quelle/<slug>`; it stays when the name changes. */
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  /** What stands in the credit line, without brackets. */
  readonly credit: string;
  readonly about: string;
  /** http or https. */
  readonly url: string | null;
  readonly version: number;
  readonly createdAt: Date;
}

export type AgencyFacts = Pick<Agency, 'name' | 'shortName' | 'credit' | 'about' | 'url'>;
