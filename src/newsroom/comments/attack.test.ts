/** Many at once, and one many times: what readers, telephones and machines send when they mean no debate. */
import { hash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newsroomUpTo } from '../../../test/plan.ts';
import { pageBudget } from '../../design/budget.ts';
import { clientScripts, scriptAddress } from '../../platform/http/client-scripts.ts';
import type { ReaderBrowser, ReaderWorld } from '../readers/testing.ts';
import { openReaderDoor } from '../readers/testing.ts';
import { readComment } from './deciding-store.ts';
import { commentRoutes } from './routes.tsx';
import type { Discussion } from './testing.ts';
import { openDiscussion } from './testing.ts';

let world: Discussion & ReaderWorld;
let app: Hono;
beforeAll(async () => {
  world = await openDiscussion(await openReaderDoor(await newsroomUpTo('comments')));
  app = new Hono();
  app.route('/', commentRoutes(world.house));
});
afterAll(() => world.close());

interface Answer { readonly status: number; readonly html: string; readonly to: string | null; readonly policy: string }
async function ask(path: string, as: ReaderBrowser, fields?: Record<string, string>): Promise<Answer> {
  const init = fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields) };
  const answer = await app.request(`http://127.0.0.1:3000${path}`, { ...init, headers: { cookie: as.cookie, 'accept-language': 'de' } });
  return { status: answer.status, html: await answer.text(), to: answer.headers.get('location'), policy: answer.headers.get('content-security-policy') ?? '' };
}
const pathOf = (story: string) => `/kommentare/${story}/schreiben`;
function write(story: string, as: ReaderBrowser, fields: Record<string, string>): Promise<Answer> {
  world.clock.pass(4_000);
  return ask(pathOf(story), as, fields);
}
const idIn = (to: string | null) => /\/kommentar\/(\w+)/u.exec(to ?? '')![1]!;
const findingsOf = async ({ to }: Answer) => (await readComment(world.house.db, idIn(to)))!.findings;

/** What the script in the page would find. */
function solved(html: string): string {
  const [, salt = '', challenge = ''] = /data-salt="([^"]+)" data-challenge="([^"]+)"/u.exec(html)!;
  let number = 0;
  while (hash('sha256', `${salt}${number}`, 'hex') !== challenge) number += 1;
  return `${salt}:${number}`;
}

describe('while very many newcomers write', () => {
  let guest: ReaderBrowser;
  let story: string;
  beforeAll(async () => {
    story = await world.story();
    guest = await world.join('rechner@leser.example', 'Rechner');
    expect((await ask(pathOf(story), guest)).html).not.toMatch(/data-challenge|<script/u);
    for (let i = 0; i < 61; i++) await ask(pathOf(story), guest, { text: `Welle ${i}` });
  });

  it('a form brings a sum, its script from our own house, and says what happens without it', async () => {
    const asked = await write(story, guest, { text: 'Bin ich ein Mensch?' });
    expect([asked.status, asked.html.includes('Bin ich ein Mensch?</textarea>')]).toEqual([200, true]);
    expect(asked.html).toContain(`<script type="module" src="${scriptAddress('proof')}"></script></head>`);
    expect(asked.html).toMatch(/<noscript><p class="soft">[^<]*Bitte noch einmal senden\. Gerade schreiben [^<]*Ohne JavaScript liest ein Mensch in der Redaktion Ihren Kommentar/u);
    expect([asked.html, (await ask(pathOf(story), guest)).html].map((html) => / data-sends=""/u.test(html))).toEqual([true, false]);
    expect(asked.policy).toContain("script-src 'self';");
    expect(brotliCompressSync(clientScripts.get('proof')!.code).length).toBeLessThan(pageBudget.scripts / 5);
  });
  it('its answer lets one comment through, of this account, once', async () => {
    const beweis = solved((await write(story, guest, { text: 'Bin ich ein Mensch?' })).html);
    const lent = await world.join('leiher@leser.example', 'Leiher');
    const asked = await write(story, lent, { text: 'Mit fremder Lösung.', beweis });
    expect([asked.to, asked.html.includes('data-challenge'), asked.html.includes('data-sends')]).toEqual([null, true, false]);
    const proven = await write(story, guest, { text: 'Ja, ich bin einer.', beweis });
    expect(await findingsOf(proven)).not.toContain('no-proof');
    expect(await findingsOf(proven)).not.toContain('too-quick');
    expect((await write(story, guest, { text: 'Ja, ich bin einer.', beweis })).to).toBe(proven.to);
    expect(await findingsOf(await write(story, guest, { text: 'Noch eine mit derselben Lösung.', beweis }))).toContain('no-proof');
  });
  it('whoever has no script waits for a moderator; whoever was not asked yet, and whose answer is too old, is asked', async () => {
    expect(await findingsOf(await write(story, guest, { text: 'Ohne Script geschrieben.', beweis: '' }))).toContain('no-proof');
    const asked = await write(story, guest, { text: 'Das Formular stand schon offen.', seit: '' });
    expect([asked.to, asked.html.includes('Das Formular stand schon offen.</textarea>')]).toEqual([null, true]);
    const beweis = solved(asked.html);
    world.clock.pass(61 * 60_000);
    for (let i = 0; i < 61; i++) await ask(pathOf(story), guest, { text: `Nächste Welle ${i}` });
    const late = await write(story, guest, { text: 'Lange überlegt.', beweis });
    expect([late.to, late.html.includes('data-challenge')]).toEqual([null, true]);
    expect((await write(story, guest, { text: 'Gefälscht.', beweis: beweis.replace(/^./u, '0') })).to).toBeNull();
  });
  it('whoever has been here for a while is not asked', async () => {
    await world.house.db.updateTable('readers').set({ created_at: new Date(0) }).where('email', '=', 'rechner@leser.example').execute();
    expect((await write(story, guest, { text: 'Wer lange dabei ist, wird nicht gefragt.' })).status).toBe(303);
  });
});
