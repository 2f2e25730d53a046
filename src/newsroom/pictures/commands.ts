/** `bin/broadsheet pictures inspect FILE...`: what the program reads of pictures, one JSON line for each, without database. */
import { open, readFile } from 'node:fs/promises';
import type { Command } from '../../commands/command.ts';
import { openDarkroom } from '../../platform/images/darkroom.ts';
import type { Darkroom } from '../../platform/images/darkroom.ts';
import { bytesToTell, formatOf } from '../../platform/images/format.ts';
import { greatestBytes } from '../../platform/images/limits.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { translator } from '../../platform/words/translate.ts';
import { creditOf } from './rules.ts';
import { sentenceOf } from './sentences.ts';
import { words } from './words.ts';

export { importPictures } from './importing.ts';

export const inspectPictures: Command = {
  name: 'pictures inspect',
  usage: 'FILE...',
  about: 'Print what is read of pictures: one JSON line for each file, in the order given.',
  words: [1, Number.MAX_SAFE_INTEGER],
  async run({ args }) {
    const darkroom = openDarkroom({ niceness: 0 });
    let missing: string | null = null;
    try {
      for (const file of args) {
        const line = await inspect(darkroom, file);
        if (line.refused?.name === 'no-such-file') missing ??= file;
        process.stdout.write(`${JSON.stringify(line)}\n`);
      }
    } finally {
      await darkroom.close();
    }
    return missing === null ? undefined : refuse('no-such-file', { message: `There is no file «${missing}» that can be read.` });
  },
};

interface Line {
  readonly file: string;
  readonly refused?: { readonly name: string; readonly message: string };
  /** What was read, by name. */
  readonly [fact: string]: unknown;
}

async function inspect(darkroom: Darkroom, file: string): Promise<Line> {
  const read = await look(darkroom, file);
  if (isRefused(read)) return { file, refused: { name: read.refused, message: sentenceOf(read, translator(words, 'en')) } };
  const { metadata, ...facts } = read;
  return { file, ...facts, credit: creditOf(metadata), ...metadata };
}

async function look(darkroom: Darkroom, file: string) {
  const head = await beginning(file);
  if (isRefused(head)) return head;
  // What is no picture is told by its beginning: a film is not read to its end for that.
  if (head.size > greatestBytes) return formatOf(head.bytes) === null ? refuse('not-a-picture') : refuse('too-large', { bytes: head.size, most: greatestBytes });
  const read = await darkroom.check(await readFile(file));
  return isRefused(read) && read.refused === 'gave-up' ? refuse('corrupt', { reason: 'the decoder gave up' }) : read;
}

async function beginning(file: string): Promise<{ size: number; bytes: Uint8Array } | Refused<'no-such-file'>> {
  try {
    await using opened = await open(file, 'r');
    const facts = await opened.stat();
    if (!facts.isFile()) return refuse('no-such-file');
    const { bytesRead, buffer } = await opened.read(Buffer.alloc(bytesToTell), 0, bytesToTell, 0);
    return { size: facts.size, bytes: buffer.subarray(0, bytesRead) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return refuse('no-such-file');
    throw error;
  }
}
