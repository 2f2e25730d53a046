/** How many newcomers write just now, in this process: a debate has some, an attack hundreds a minute. */
import type { House } from '../../platform/feature.ts';
import type { Challenge } from './comment.ts';
import { housePolicy, newcomersAMinute } from './rules.ts';
import { readSettings } from './settings-store.ts';

const minute = 60_000;
/** An account is new for a day: whoever prepares an attack further ahead waits for moderators like everybody. */
const newFor = 24 * 60 * minute;

interface Newcomer {
  readonly createdAt: Date;
}

export class Rush {
  readonly #house: Pick<House, 'db' | 'clock' | 'events'>;
  #challenge: Promise<Challenge> | null = null;
  #since = 0;
  #now = 0;
  #before = 0;

  constructor(house: Pick<House, 'db' | 'clock' | 'events'>) {
    this.#house = house;
    house.events.listen(({ event }) => {
      if (event === 'comments.settings') this.#challenge = null;
    });
  }

  /** Whether this reader is asked for a sum before what they write is taken like everybody's. */
  async asks({ createdAt }: Newcomer): Promise<boolean> {
    if (!this.#isNew(createdAt)) return false;
    const challenge = await this.#setting();
    return challenge === 'always' || (challenge === 'under-attack' && this.#isAttack());
  }

  /** Somebody writes. */
  note({ createdAt }: Newcomer): void {
    if (!this.#isNew(createdAt)) return;
    this.#turn();
    this.#now += 1;
  }

  #isNew(createdAt: Date): boolean {
    return this.#house.clock.now().getTime() - createdAt.getTime() < newFor;
  }

  #isAttack(): boolean {
    this.#turn();
    return Math.max(this.#now, this.#before) > newcomersAMinute;
  }

  /** Begins the next minute when this one is over, or when the clock was set back. */
  #turn(): void {
    const now = this.#house.clock.now().getTime();
    const passed = now - this.#since;
    if (passed >= 0 && passed < minute) return;
    this.#before = passed >= 0 && passed < 2 * minute ? this.#now : 0;
    this.#now = 0;
    this.#since = now;
  }

  #setting(): Promise<Challenge> {
    const setting = this.#challenge ?? readSettings(this.#house.db, null).then(({ challenge }) => challenge ?? housePolicy.challenge);
    this.#challenge = setting;
    // What could not be read is asked for again.
    setting.catch(() => (this.#challenge = null));
    return setting;
  }
}
