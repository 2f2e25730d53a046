/**
 * Where bytes live: pictures, renditions, backups of neither. One small interface; a folder today, S3 later.
 * An object is written first, under the address of its content, and what no row names is swept.
 */
export interface ObjectStore {
  /**
   * Writes bytes under their content's address, durably before it returns; writing the same twice is one object,
   * young again. Throws StoreFull where there is no room, and keeps nothing then.
   */
  put(bytes: Uint8Array): Promise<ObjectAddress>;
  /** The same for a file of any length, which is read once, piece by piece, and stays where it is. */
  putFile(path: string): Promise<ObjectAddress>;
  /** The bytes, or null where there is no such object. */
  get(address: ObjectAddress): Promise<Uint8Array | null>;
  /** A stream of the bytes (all, or from-to inclusive; nothing beyond the end) with the whole size, or null. */
  open(address: ObjectAddress, range?: { from: number; to?: number }): Promise<{ size: number; stream: ReadableStream<Uint8Array> } | null>;
  /** Removes it, if it is there and, where an instant is given, was last written before that. */
  remove(address: ObjectAddress, writtenBefore?: Date): Promise<void>;
  /** Every address there is, with size in bytes and the instant of writing, in no order. */
  list(): AsyncIterable<{ address: ObjectAddress; size: number; written: Date }>;
  /** Removes what somebody began to write before that instant and never finished; says how many. */
  removeUnfinished(begunBefore: Date): Promise<number>;
}

/** SHA-256 of the content, in lower-case hexadecimal. */
export type ObjectAddress = string;
