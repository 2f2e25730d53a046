/** A kind of file that a feature takes in through uploads that go on after a cut line. */
import type { z } from '@hono/zod-openapi';
import type { Actor, Acts, House, Tools } from './feature.ts';
import type { Refused } from './result.ts';

/** A file that is here whole. */
export interface ArrivedFile {
  /** Where its bytes are; they stay until what came of it is kept. */
  readonly path: string;
  /** As the sender called it, without folders. */
  readonly name: string;
  readonly bytes: number;
  /** What the sender said of it: the kind's fields, parsed. */
  readonly said: Readonly<Record<string, unknown>>;
  readonly by: Actor;
}

/** What a file becomes, in the transaction that ends its upload; answers with its reference, such as `picture:k3f9bcdf`. */
export type Keep = (tools: Tools) => Promise<string | Refused>;

export interface UploadKind {
  /** What the sender says in `kind`. */
  readonly name: string;
  /** Who may send one: an act of this table. */
  readonly act: string;
  readonly acts: Acts;
  readonly greatestBytes: number;
  /** What the sender may say of the file, beside its name and kind; what is not in it is passed over. */
  readonly fields: z.ZodObject;
  /**
   * Reads the file and writes what it needs as objects, apart from any transaction; runs at least once. Whoever is
   * refused hears it in the words of the feature that brings the kind.
   */
  take(house: House, file: ArrivedFile): Promise<Keep | Refused>;
}
