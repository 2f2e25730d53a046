/**
 * Pictures are decoded in a process of their own: a file that breaks a decoder breaks nothing else, the memory of large
 * pictures is given back, and the pages' process stays quick. It starts with the first order and ends when idle.
 */
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Refused } from '../result.ts';
import { refuse } from '../result.ts';
import type { Developed, DevelopingOrder } from './develop.ts';
import type { PictureFacts, PictureRefusal } from './read.ts';

/** The process ended or took too long over this file: damage that no decoder could name. */
export type DarkroomGaveUp = Refused<'gave-up'>;

/** The bytes, or the path of a file that holds them. */
export type PictureFile = Uint8Array | string;

/** An order to the process, and its answer. */
export type Order =
  | { readonly kind: 'read'; readonly file: PictureFile }
  | { readonly kind: 'check'; readonly file: PictureFile }
  | { readonly kind: 'develop'; readonly file: PictureFile; readonly order: DevelopingOrder };
export type OrderAnswer = { readonly done: unknown } | { readonly failed: string };

export interface Darkroom {
  /** What the file is and says of itself. */
  read(file: PictureFile): Promise<PictureFacts | PictureRefusal | DarkroomGaveUp>;
  /** The same, after decoding every pixel. */
  check(file: PictureFile): Promise<PictureFacts | PictureRefusal | DarkroomGaveUp>;
  develop(file: PictureFile, order: DevelopingOrder): Promise<Developed | PictureRefusal | DarkroomGaveUp>;
  /** Ends the process; the next order starts another. */
  close(): Promise<void>;
}

export interface DarkroomOptions {
  /** How much it gives way to other processes, 0 to 19. */
  readonly niceness?: number;
  /** After how long without an order it ends, in milliseconds. */
  readonly idle?: number;
  /** How long one order may take, in milliseconds. */
  readonly patience?: number;
}

/** A darkroom that takes one order after the other. */
export function openDarkroom({ niceness = 5, idle = 20_000, patience = 120_000 }: DarkroomOptions = {}): Darkroom {
  let child: ChildProcess | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const end = async () => {
    clearTimeout(timer);
    const ending = child;
    child = null;
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    ending.once('exit', () => resolve());
    ending.ref();
    ending.kill('SIGKILL');
    await promise;
  };
  const order = async (what: Order): Promise<unknown> => {
    clearTimeout(timer);
    if (child === null || !child.connected) child = start(niceness);
    const answer = await ask(child, what, patience);
    if (answer === null) {
      await end();
      return refuse('gave-up');
    }
    timer = setTimeout(() => void end(), idle).unref();
    if ('failed' in answer) throw new Error(`the darkroom failed: ${answer.failed}`);
    return answer.done;
  };
  const inTurn = <T>(what: Order): Promise<T> => {
    const turn = last.then(() => order(what));
    last = turn.catch(() => undefined);
    return turn as Promise<T>;
  };
  return {
    read: (file) => inTurn({ kind: 'read', file }),
    check: (file) => inTurn({ kind: 'check', file }),
    develop: (file, wanted) => inTurn({ kind: 'develop', file, order: wanted }),
    async close() {
      await last;
      await end();
    },
  };
}

function start(niceness: number): ChildProcess {
  const child = fork(fileURLToPath(new URL('./darkroom-process.ts', import.meta.url)), [String(niceness)], {
    // Neither the inspector nor loaders of the parent; no environment with its secrets.
    execArgv: [],
    env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2' },
    serialization: 'advanced',
    // Decoders talk on standard error, about files that strangers sent.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  return child;
}

/** Null where the process ended or its time was up. */
function ask(child: ChildProcess, what: Order, patience: number): Promise<OrderAnswer | null> {
  const { promise, resolve } = Promise.withResolvers<OrderAnswer | null>();
  const gaveUp = () => resolve(null);
  const timer = setTimeout(gaveUp, patience);
  child.once('message', resolve as (message: unknown) => void);
  child.once('exit', gaveUp);
  child.once('error', gaveUp);
  child.send(what, (error) => {
    if (error !== null) gaveUp();
  });
  return promise.finally(() => {
    clearTimeout(timer);
    child.off('message', resolve as (message: unknown) => void);
    child.off('exit', gaveUp);
    child.off('error', gaveUp);
  });
}
