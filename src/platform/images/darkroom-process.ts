/** The process behind a darkroom. One order at a time; ends with its parent. */
import { readFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { isRefused } from '../result.ts';
import type { Order, OrderAnswer, PictureFile } from './darkroom.ts';
import { develop } from './develop.ts';
import { isWhole, readPicture } from './read.ts';

// Ctrl-C in a terminal reaches every process: the parent decides, and finishes what it has begun.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
try {
  setPriority(Number(process.argv[2] ?? 0));
} catch {
  // A container may forbid it; pictures are then made at the same rank as everything else.
}

process.on('message', (order: Order) => {
  void carryOut(order).then(
    (done): OrderAnswer => ({ done }),
    (error: unknown): OrderAnswer => ({ failed: error instanceof Error ? error.message : String(error) }),
  ).then((answer) => process.send?.(answer));
});

async function carryOut(order: Order): Promise<unknown> {
  const file = await bytesOf(order.file);
  if (order.kind === 'develop') return develop(file, order.order);
  const facts = await readPicture(file);
  if (order.kind === 'read' || isRefused(facts)) return facts;
  const whole = await isWhole(file);
  return whole === true ? facts : whole;
}

async function bytesOf(file: PictureFile): Promise<Buffer> {
  return typeof file === 'string' ? readFile(file) : Buffer.from(file.buffer, file.byteOffset, file.byteLength);
}
