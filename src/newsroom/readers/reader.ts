/** Somebody who reads us and has an account. Never staff: another table, another cookie, another sign-in. */
import type { Language } from '../../platform/words/words.ts';

/** A row, confirmed or not. */
export interface Account {
  readonly id: string;
  readonly email: string;
  /** As shown beside a comment; null until the address is confirmed. */
  readonly name: string | null;
  readonly nameChangedAt: Date | null;
  readonly language: Language;
  readonly createdAt: Date;
  /** When the address was confirmed for the first time; null: somebody typed it, nothing more is known. */
  readonly verifiedAt: Date | null;
  /** To the nearest day. */
  readonly seenAt: Date;
  readonly toldAt: Date | null;
  /** Signs the links that switch a notice off. */
  readonly noticeKey: string;
}

/** An account whose address is proven; only such a one acts. */
export interface Reader extends Account {
  readonly name: string;
  readonly verifiedAt: Date;
}

/** What everybody may know of a reader. */
export interface PublicReader {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
}

/** What those who moderate see: no address. */
export interface ReaderForDesk extends PublicReader {
  readonly language: Language;
  readonly verifiedAt: Date;
  readonly seenAt: Date;
}

/** A key on a device that signs in. */
export interface Passkey {
  /** The credential's id, base64url. */
  readonly id: string;
  readonly madeOn: string;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

export function isReader(account: Account | null): account is Reader {
  return account !== null && account.verifiedAt !== null && account.name !== null;
}
