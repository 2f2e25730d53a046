/** The cache's promise, tried in thousands of orders in which readers, changes, renderings and lost notices can come. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DatabaseAway, htmlPage, TestClock } from '../http/testing.ts';
import { PageCache } from './page-cache.ts';
import type { Page } from './page.ts';

type Step = 'read' | 'begin' | 'finish' | 'fail' | 'change' | 'lose' | 'regain' | 'away' | 'back';

/**
 * One page that shows the number of the last change. A rendering sees the number when it asks the database, some time
 * after it began; a change is committed, and then told where notices arrive.
 */
class World {
  readonly clock = new TestClock();
  readonly cache = new PageCache({ maxBytes: 1e6, clock: this.clock, isDatabaseGone: (error) => error instanceof DatabaseAway, askAgainAfter: 0 });
  readonly wrong: string[] = [];
  readonly readers: Promise<void>[] = [];
  readonly #asking: (() => void)[] = [];
  readonly #asked: { finish: (page: Page) => void; fail: (error: Error) => void; saw: number }[] = [];
  #truth = 0;
  #told = true;
  #away = false;

  do(step: Step): void {
    if (step === 'read') this.readers.push(this.#read());
    else if (step === 'begin') this.#asking.shift()?.();
    else if (step === 'finish') this.#finish();
    else if (step === 'fail') this.#asked.shift()?.fail(this.#away ? new DatabaseAway() : new Error('kaputt'));
    else if (step === 'change') this.#change();
    else if (step === 'lose') this.#lose();
    else if (step === 'regain') this.#regain();
    else this.#away = step === 'away';
  }

  /** Lets everybody who still waits have an answer. */
  async end(): Promise<void> {
    this.#away = false;
    for (let turn = 0; turn < 50; turn += 1) {
      this.#asking.shift()?.();
      this.#finish();
      await turnOfPromises();
    }
    await Promise.all(this.readers);
  }

  async #read(): Promise<void> {
    const least = this.#truth;
    // While the database is away nobody can change anything, so what is served stale is as true as can be known;
    // before that moment, notices may have been missed.
    const mayBeStale = !this.#told;
    const at = this.cache.fresh('/');
    const kept = at ?? await this.cache.get({ key: '/', target: '/', passing: false, render: () => this.#render() }).catch(() => undefined);
    if (kept === null || kept === undefined) return;
    const shown = Number(/Stand (\d+)/.exec(kept.identity.body.toString())?.[1]);
    if (shown < least && !(mayBeStale && this.cache.counts().stale > 0)) this.wrong.push(`came at ${least}, was shown ${shown}`);
  }

  #render(): Promise<Page> {
    const { promise, resolve, reject } = Promise.withResolvers<Page>();
    this.#asking.push(() => this.#asked.push({ finish: resolve, fail: reject, saw: this.#truth }));
    return promise;
  }

  #finish(): void {
    const rendering = this.#asked.shift();
    if (this.#away) rendering?.fail(new DatabaseAway());
    else rendering?.finish(htmlPage(`Stand ${rendering.saw}`, { tags: ['story:a'] }));
  }

  #change(): void {
    if (this.#away) return;
    this.#truth += 1;
    if (this.#told) this.cache.drop(['story:a']);
  }

  #lose(): void {
    this.#told = false;
    this.cache.loseTrack();
  }

  #regain(): void {
    if (this.#told) return;
    this.#told = true;
    this.cache.regainTrack();
  }
}

const turnOfPromises = () => new Promise((resolve) => setImmediate(resolve));

function anyOrder(...steps: Step[]) {
  return fc.array(fc.constantFrom<Step>(...steps), { minLength: 1, maxLength: 40 });
}

async function play(steps: readonly Step[]): Promise<string[]> {
  const world = new World();
  for (const step of steps) {
    world.do(step);
    await turnOfPromises();
  }
  await world.end();
  return world.wrong;
}

test('nobody is shown a page from before a change that was told before they came', async () => {
  await fc.assert(fc.asyncProperty(anyOrder('read', 'read', 'begin', 'finish', 'fail', 'change'), async (steps) => {
    expect(await play(steps)).toEqual([]);
  }), { numRuns: 1_500 });
}, 60_000);

test('nor where notices were lost, as long as the database answers', async () => {
  await fc.assert(fc.asyncProperty(anyOrder('read', 'read', 'begin', 'finish', 'change', 'lose', 'regain'), async (steps) => {
    expect(await play(steps)).toEqual([]);
  }), { numRuns: 1_500 });
}, 60_000);

test('and where the database comes and goes, only by a page that is served stale while notices are lost', async () => {
  await fc.assert(fc.asyncProperty(anyOrder('read', 'read', 'begin', 'finish', 'change', 'lose', 'regain', 'away', 'back'), async (steps) => {
    expect(await play(steps)).toEqual([]);
  }), { numRuns: 1_500 });
}, 60_000);
