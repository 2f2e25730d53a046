/** The tus protocol 1.0 (https://tus.io/protocols/resumable-upload) with its extensions creation, termination and expiration. */
import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Server, Upload as TusUpload } from '@tus/server';
import type { House } from '../../platform/feature.ts';
import { apiPath } from '../../platform/http/web-parts.ts';
import { newSecret } from '../../platform/text/secret.ts';
import { arrive } from './arriving.ts';
import { beginFile, bytesHere, fileOf, removeFile, writeOn } from './folder.ts';
import { createLocker } from './holding.ts';
import { forgottenAfter } from './rules.ts';
import type { NewUpload } from './store.ts';
import { deleteUploads, insertUpload, readUpload } from './store.ts';
import { uploadsThemselves } from './themselves.ts';

/** What a request of the protocol came to: its answer, or what went wrong. */
export type Spoken = { readonly answer: Response } | { readonly failed: unknown };

export interface Protocol {
  /** `begun` says, for a POST, what is written of the new upload. */
  speak(request: Request, begun?: Omit<NewUpload, 'id'>): Promise<Spoken>;
}

/** How long a request that is asked to let go may take to write what it has. */
const drainWithin = 300;

export function createProtocol(house: House): Protocol {
  const begun = new WeakMap<object, Omit<NewUpload, 'id'>>();
  const failed = new WeakMap<object, unknown>();
  const server = new Server({
    path: '/', datastore: new ArrivingFiles(house), locker: createLocker(house), lockDrainTimeout: drainWithin, allowedOrigins: [],
    namingFunction: () => newSecret(),
    generateUrl: (_request, { id }) => `${apiPath}/uploads/${id}`,
    async onUploadCreate(request, { id }) {
      const upload = begun.get(request);
      if (upload === undefined) throw ERRORS.FILE_NOT_FOUND;
      await house.act(uploadsThemselves, (tools) => insertUpload(tools.db, { ...upload, id }));
      return {};
    },
    async onUploadFinish(_request, { id }) {
      await arrive(house, id);
      return {};
    },
    onResponseError: (request, error) => void failed.set(request, error),
  });
  return {
    async speak(request, upload) {
      if (upload !== undefined) begun.set(request, upload);
      const answer = await server.handleWeb(request as never);
      if (answer.status >= 400) return { failed: failed.get(request) ?? { status_code: answer.status } };
      answer.headers.delete('Access-Control-Expose-Headers');
      return { answer };
    },
  };
}

/** Rows say what is to come, files what has. */
class ArrivingFiles extends DataStore {
  readonly #house: House;

  constructor(house: House) {
    super();
    this.#house = house;
    this.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];
  }

  override async create(upload: TusUpload): Promise<TusUpload> {
    await beginFile(this.#house, upload.id);
    return upload;
  }

  override write(stream: Readable, id: string, offset: number): Promise<number> {
    return writeOn(fileOf(this.#house, id), offset, stream);
  }

  /** One that is whole and was never said to be (its process was killed at that instant) is found here. */
  override async getUpload(id: string): Promise<TusUpload> {
    const row = await readUpload(this.#house.db, id);
    if (row === null) throw ERRORS.FILE_NOT_FOUND;
    const offset = row.state === 'coming' ? await bytesHere(this.#house, id) : row.bytes;
    if (offset === null) throw ERRORS.FILE_NO_LONGER_EXISTS;
    if (row.state === 'coming' && offset === row.bytes) await arrive(this.#house, id);
    // The library goes by the machine's clock: as long ago on that.
    const touched = new Date(Date.now() - (this.#house.clock.now().getTime() - row.touched_at.getTime()));
    return new TusUpload({ id, size: row.bytes, offset, creation_date: touched.toISOString() });
  }

  override async remove(id: string): Promise<void> {
    await this.#house.act(uploadsThemselves, (tools) => deleteUploads(tools.db, [id]));
    await removeFile(this.#house, id);
  }

  override getExpiration(): number {
    return forgottenAfter;
  }
}
