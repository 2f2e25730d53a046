/**
 * People who save and publish without pause, and remember exactly what was acknowledged; readers who look whether
 * a page is ever half of one publication and half of another. Every text of a round carries its number.
 */
import type { Client } from '../client.ts';
import { Broken, mustHold, pause } from './fault.ts';

interface Ledger {
  readonly id: string;
  readonly url: string;
  /** The last save that was acknowledged: its round and the version that it was given. */
  saved: { round: number; version: number };
  /** The highest round that was ever sent. */
  sent: number;
  /** The round of the last publication that was acknowledged, and the highest that was asked for. */
  published: number;
  publishing: number;
}

export interface Counts {
  saves: number;
  publications: number;
  pages: number;
  /** Requests that were not answered, or with a 5xx. */
  unanswered: number;
}

export interface Writers {
  readonly counts: Counts;
  readonly ledgers: readonly Ledger[];
  /** Against another start of the program. */
  speakTo(url: string, ask: Client): void;
  /** Begins again where a pause was. */
  begin(): void;
  /** Ends what is under way; what was acknowledged stands in the ledger. */
  end(): Promise<void>;
  /** Compares the ledgers with what the program has, story by story. */
  check(): Promise<void>;
}

const texts = (round: number) => ({ headline: `Runde ${round} in Zürich`, lead: `Lead der Runde ${round}.`, body: { html: `<p>Anfang der Runde ${round}.</p><p>Ende der Runde ${round}.</p>` } });

export async function startWriters(url: string, first: Client, { people = 6, readers = 2 }: { people?: number; readers?: number } = {}): Promise<Writers> {
  let [address, ask] = [url, first];
  await first('POST', '/sections', { path: 'chronik', name: 'Chronik' });
  const ledgers = await Promise.all(Array.from({ length: people }, async (_, at): Promise<Ledger> => {
    const { json, status } = await first('POST', '/stories', { section: 'chronik', slug: `bericht-${at}`, ...texts(1) });
    mustHold(status === 201, `a story was not made: ${status}`);
    const { status: published } = await first('POST', `/stories/${json.id}/publish`, {});
    mustHold(published === 200, `a story was not published: ${published}`);
    const { json: now } = await first('GET', `/stories/${json.id}`);
    return { id: json.id, url: json.url, saved: { round: 1, version: now.version }, sent: 1, published: 1, publishing: 1 };
  }));
  const counts: Counts = { saves: 0, publications: 0, pages: 0, unanswered: 0 };
  const broken: Error[] = [];
  let going = false;
  let running: Promise<unknown> = Promise.resolve();
  const loop = async (turn: () => Promise<void>) => {
    while (going) await turn().catch(async (error: unknown) => {
      if (error instanceof Broken) broken.push(error);
      else counts.unanswered += 1;
      await pause(20);
    });
  };
  return {
    counts, ledgers,
    speakTo(next, client) {
      [address, ask] = [next, client];
    },
    begin() {
      going = true;
      running = Promise.all([...ledgers.map((ledger) => loop(() => write(ledger, ask, counts))), ...Array.from({ length: readers }, () => loop(() => read(ledgers, address, counts)))]);
    },
    async end() {
      going = false;
      await running;
      if (broken[0] !== undefined) throw broken[0];
    },
    async check() {
      for (const ledger of ledgers) await compare(ledger, ask, address);
    },
  };
}

async function write(ledger: Ledger, ask: Client, counts: Counts): Promise<void> {
  const round = ledger.sent + 1;
  // What is not known after a crash is read before anything is written over it.
  const { json: now, status: readStatus } = await ask('GET', `/stories/${ledger.id}`);
  if (readStatus >= 500) throw new Error('not answered');
  mustHold(readStatus === 200, `a saved story answers ${readStatus}`);
  judgeSaved(ledger, now);
  ledger.sent = round;
  const saved = await ask('PATCH', `/stories/${ledger.id}`, texts(round), { 'if-match': `"${now.version}"` });
  if (saved.status >= 500) throw new Error('not answered');
  mustHold(saved.status === 200, `a save answers ${saved.status} ${JSON.stringify(saved.json).slice(0, 200)}`);
  ledger.saved = { round, version: saved.json.version };
  counts.saves += 1;
  if (round % 3 !== 0) return;
  ledger.publishing = round;
  const published = await ask('POST', `/stories/${ledger.id}/publish`, {});
  if (published.status >= 500) throw new Error('not answered');
  mustHold(published.status === 200, `a publication answers ${published.status} ${JSON.stringify(published.json).slice(0, 200)}`);
  ledger.published = round;
  counts.publications += 1;
}

/** The acknowledged save is there, or the one after it whose answer was lost; nothing else, and with the right number. */
function judgeSaved(ledger: Ledger, story: { version: number; content: { headline: string; lead: string } }): void {
  const round = roundIn(story.content.headline);
  mustHold(round === roundIn(story.content.lead), `a working copy is of two rounds: ${story.content.headline} | ${story.content.lead}`);
  mustHold(round >= ledger.saved.round && round <= ledger.sent, `round ${round} is there, ${ledger.saved.round} was acknowledged, ${ledger.sent} was sent`);
  const further = round === ledger.saved.round ? 0 : 1;
  const least = ledger.saved.version + further;
  // A publication whose answer was lost may have counted too.
  mustHold(story.version >= least && story.version <= least + 1, `version ${story.version} is there for round ${round}, ${ledger.saved.version} was acknowledged for round ${ledger.saved.round}`);
  if (further === 0) return;
  ledger.saved = { round, version: story.version };
}

async function read(ledgers: readonly Ledger[], address: string, counts: Counts): Promise<void> {
  const ledger = ledgers[Math.floor(Math.random() * ledgers.length)]!;
  const least = ledger.published;
  const answer = await fetch(address + ledger.url);
  const html = await answer.text();
  if (answer.status >= 500) throw new Error('not answered');
  mustHold(answer.status === 200, `a public story answers ${answer.status}`);
  const round = roundOfPage(html);
  mustHold(round >= least && round <= ledger.publishing, `readers get round ${round}; ${least} was acknowledged, ${ledger.publishing} asked for`);
  counts.pages += 1;
}

async function compare(ledger: Ledger, ask: Client, address: string): Promise<void> {
  const { json: story } = await ask('GET', `/stories/${ledger.id}`);
  judgeSaved(ledger, story);
  const { json: versions } = await ask('GET', `/stories/${ledger.id}/versions`);
  const [shown, ...others] = versions.items.filter((version: { public: boolean }) => version.public);
  mustHold(shown !== undefined && others.length === 0, `${others.length + 1} versions are public at once`);
  const numbers: number[] = versions.items.map((version: { number: number }) => version.number);
  mustHold(numbers.every((number, at) => number === numbers.length - at), `the versions are numbered ${numbers.slice(0, 6).join(', ')} …`);
  const { json: version } = await ask('GET', `/stories/${ledger.id}/versions/${shown.number}`);
  const round = roundIn(version.content.headline);
  mustHold(round >= ledger.published && round <= ledger.publishing, `round ${round} is public, ${ledger.published} was acknowledged`);
  const page = roundOfPage(await (await fetch(address + ledger.url)).text());
  mustHold(page === round, `readers get round ${page}, the public version is of round ${round}`);
  ledger.published = round;
}

/** The one round of which the whole page is: title, headline, lead, text and the facts for machines. */
function roundOfPage(html: string): number {
  const rounds = [...html.matchAll(/(?:Runde|Lead der Runde|Anfang der Runde|Ende der Runde) (\d+)/gu)].map(([, round]) => Number(round));
  const [first] = rounds;
  mustHold(first !== undefined && /Anfang der Runde/u.test(html) && /Ende der Runde/u.test(html) && /Lead der Runde/u.test(html), 'a page lacks a part of its story');
  const own = [/<title>[^<]*?Runde (\d+)/u, /<h1[^>]*>[^<]*?Runde (\d+)/u, /<p[^>]*>Lead der Runde (\d+)/u, /Anfang der Runde (\d+)/u, /Ende der Runde (\d+)/u].map((part) => Number(part.exec(html)?.[1] ?? Number.NaN));
  mustHold(new Set(own).size === 1 && !Number.isNaN(own[0]), `a page is of several rounds: ${own.join(', ')}`);
  return own[0]!;
}

function roundIn(text: string): number {
  return Number(/Runde (\d+)/u.exec(text)?.[1] ?? Number.NaN);
}
