/** Takes from a film's file what it says of the place it was made at and of its owner, before anybody can fetch it. */
import { open } from 'node:fs/promises';
import { looksLikeMp4, privateBoxes } from './mp4.ts';
import { withVideoFile } from './video-file.ts';

const piece = 1024 * 1024;

/** In place: the boxes become free space of the same length, so that nothing else moves. Answers how many there were. */
export async function blankPrivateBoxes(path: string): Promise<number> {
  const boxes = await withVideoFile(path, async (file) => (looksLikeMp4(await file.read(0, 16)) ? privateBoxes(file) : []));
  await using file = await open(path, 'r+');
  for (const { at, length } of boxes) {
    await file.write(Buffer.from('free'), 0, 4, at + 4);
    // The length of a long box stands in its first sixteen bytes, of a short one in the first four.
    const head = await file.read(Buffer.alloc(4), 0, 4, at);
    const from = at + (head.buffer.readUInt32BE() === 1 ? 16 : 8);
    for (let done = from; done < at + length; done += piece) {
      const part = Buffer.alloc(Math.min(piece, at + length - done));
      await file.write(part, 0, part.length, done);
    }
  }
  return boxes.length;
}
