/** What becomes of a file once all its bytes are here. */
import { mayAct } from '../../platform/acts.ts';
import type { House, Job } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import type { UploadKind } from '../../platform/upload-kind.ts';
import { bytesHere, fileOf, removeFile } from './folder.ts';
import { createLocker } from './holding.ts';
import { mayReadAgain } from './rules.ts';
import type { Upload } from './store.ts';
import { markArrived, markArrivedAgain, markKept, markRefused, readUpload, takeAbandoned } from './store.ts';
import { uploadsThemselves } from './themselves.ts';

const jobName = 'uploads.read';

/** The kind with that name that any feature takes. */
export function kindNamed(house: Pick<House, 'features'>, name: string): UploadKind | undefined {
  return house.features.flatMap((feature) => feature.uploads ?? []).find((kind) => kind.name === name);
}

/** All bytes are here: whoever says so first writes the job that reads them. */
export async function arrive(house: House, id: string): Promise<void> {
  await house.act(uploadsThemselves, async (tools) => {
    if (await markArrived(tools.db, id)) await tools.later(jobName, { id });
  });
}

/** Reads it again, where it was refused for a reason that may have passed. */
export async function readAgain(house: House, upload: Upload): Promise<Refused<'not-again'> | undefined> {
  if (upload.refusal === null || !mayReadAgain(upload.refusal)) return refuse('not-again');
  await house.act(uploadsThemselves, async (tools) => {
    await markArrivedAgain(tools.db, upload.id);
    await tools.later(jobName, { id: upload.id });
  });
  return undefined;
}

/** For what has arrived and was not read since: the job of somebody who is gone. */
export async function remind(house: House, id: string): Promise<void> {
  await house.act(uploadsThemselves, (tools) => tools.later(jobName, { id }, { key: id }));
}

/** What somebody was reading who was killed is read anew, within seconds: its lease has ended. */
export async function readAbandoned(house: House): Promise<void> {
  await house.act(uploadsThemselves, async (tools) => {
    for (const id of await takeAbandoned(tools.db, tools.now)) await tools.later(jobName, { id }, { key: id });
  });
}

/** Two at a time: one is decoded while the objects of the other are written. */
export const readJob: Job = { name: jobName, atOnce: 2, run: (house, { id }) => read(house, String(id)) };

/** Held while it is read, so that nobody else reads it meanwhile and everybody sees when its reader is gone. */
async function read(house: House, id: string): Promise<void> {
  if ((await readUpload(house.db, id))?.state !== 'arrived') return;
  const hold = createLocker(house).newLock(id);
  await hold.lock(new AbortController().signal, () => undefined);
  try {
    const upload = await readUpload(house.db, id);
    if (upload?.state === 'arrived') await decide(house, upload);
  } finally {
    await hold.unlock();
  }
}

async function decide(house: House, upload: Upload): Promise<void> {
  const { id } = upload;
  const refused = await take(house, upload);
  if (refused !== undefined) {
    await house.act(uploadsThemselves, async (tools) => {
      await markRefused(tools.db, { id, refusal: refused });
      await tools.announce({ event: 'upload.ended', facts: { id } });
    });
  }
  if (refused === undefined || !mayReadAgain(refused)) await removeFile(house, id);
}

/** In one transaction: what it becomes, and that it has. Undefined where it was kept, now or by somebody quicker. */
async function take(house: House, upload: Upload): Promise<Refused | undefined> {
  const { id, name, said } = upload;
  const kind = kindNamed(house, upload.kind);
  const bytes = await bytesHere(house, id);
  if (kind === undefined || bytes !== upload.bytes) return refuse('upload-lost');
  // Hours may lie between the first byte and this: whoever may not send it any more brings nothing in.
  const by = await house.whoIsNow(upload.by);
  if (by === null || !mayAct(kind.acts, by, kind.act)) return refuse('no-longer-allowed');
  const keep = await kind.take(house, { path: fileOf(house, id), name, bytes, said, by });
  if (isRefused(keep)) return keep;
  const kept = await house.act(by, async (tools) => {
    const subject = await keep(tools);
    if (isRefused(subject)) return subject;
    if (!(await markKept(tools.db, { id, subject }))) return refuse('not-again');
    await tools.announce({ event: 'upload.ended', facts: { id } });
    return subject;
  });
  return isRefused(kept) && kept.refused !== 'not-again' ? kept : undefined;
}
