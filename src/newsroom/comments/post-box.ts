/**
 * The post box of a process: posts that arrive while a transaction is under way go together in the next one. A rush
 * costs the database a few sentences for dozens of comments, and each sender is answered when theirs is safely kept.
 */
import { isDatabaseGone } from '../../platform/database/connect.ts';
import type { Actor, House } from '../../platform/feature.ts';
import type { Post, Posted } from './posting.ts';
import { postComments } from './posting.ts';
import type { PostRefusal } from './rules.ts';

/** What one transaction takes at most: about as much as it can keep in the time in which a person blinks. */
const mostAtOnce = 64;
/** Who waits here waits too long: the next one is told to come back. */
const mostWaiting = 2_000;

interface Waiting {
  readonly post: Post;
  resolve(answer: Posted | PostRefusal): void;
  reject(error: unknown): void;
}

/** The acts of comments themselves: what is published by rule is decided by nobody. */
export const commentsThemselves: Actor = { kind: 'program', id: 'comments', name: 'Broadsheet', role: null };

export class PostBox {
  readonly #house: Pick<House, 'act'>;
  readonly #waiting: Waiting[] = [];
  #emptying = false;

  constructor(house: Pick<House, 'act'>) {
    this.#house = house;
  }

  get isFull(): boolean {
    return this.#waiting.length >= mostWaiting;
  }

  /** Resolves when the comment is kept, or why it is not; rejects when the database does not keep it. */
  post(post: Post): Promise<Posted | PostRefusal> {
    const { promise, resolve, reject } = Promise.withResolvers<Posted | PostRefusal>();
    this.#waiting.push({ post, resolve, reject });
    if (!this.#emptying) void this.#empty();
    return promise;
  }

  async #empty(): Promise<void> {
    this.#emptying = true;
    // Whatever has arrived in the same turn goes along.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#send(this.#next());
    this.#emptying = false;
  }

  /** The longest waiting first; of one writer one, since each is judged by what was there before. */
  #next(): Waiting[] {
    const writers = new Set<string>();
    const taken: Waiting[] = [];
    const left: Waiting[] = [];
    for (const one of this.#waiting) {
      const goes = taken.length < mostAtOnce && !writers.has(one.post.writer.id);
      if (goes) writers.add(one.post.writer.id);
      (goes ? taken : left).push(one);
    }
    this.#waiting.splice(0, this.#waiting.length, ...left);
    return taken;
  }

  async #send(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.#house.act(commentsThemselves, (tools) => postComments(tools, batch.map(({ post }) => post)));
      for (const [place, { resolve }] of batch.entries()) resolve(answers[place]!);
    } catch (error) {
      if (batch.length === 1 || isDatabaseGone(error)) return batch.forEach(({ reject }) => reject(error));
      // One of them may be what no sentence takes: each is tried alone, so that it takes no other with it.
      for (const one of batch) await this.#send([one]);
    }
  }
}
