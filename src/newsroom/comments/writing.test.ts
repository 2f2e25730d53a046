/** Writing as readers do: forms without script, from pages that are the same for everybody. */
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newsroomUpTo } from '../../../test/plan.ts';
import type { MailTo } from '../../platform/mail/testing.ts';
import type { ReaderBrowser, ReaderWorld } from '../readers/testing.ts';
import { openReaderDoor, tokenIn } from '../readers/testing.ts';
import { approveComment, refuseComment } from './deciding.ts';
import { readComment } from './deciding-store.ts';
import { whatIsDue } from './jobs.ts';
import { commentRoutes } from './routes.tsx';
import { closeThread } from './settings.ts';
import { withdrawStory } from '../stories/stories.ts';
import { suspendCommenter } from './moderating/standing.ts';
import { tellOfDecision, tellOfStanding } from './telling.ts';
import type { Discussion } from './testing.ts';
import { mara, openDiscussion } from './testing.ts';

let world: Discussion & ReaderWorld;
let app: Hono;
let zoe: ReaderBrowser;
beforeAll(async () => {
  world = await openDiscussion(await openReaderDoor(await newsroomUpTo('comments')));
  app = new Hono();
  app.route('/', commentRoutes(world.house));
  zoe = await world.join('zoe@müller.example', 'Zoë Müller');
});
afterAll(() => world.close());

interface Answer { readonly status: number; readonly html: string; readonly to: string | null }
async function ask(path: string, { as = null, fields }: { as?: ReaderBrowser | null; fields?: Record<string, string> } = {}): Promise<Answer> {
  const init = fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields) };
  const answer = await app.request(`http://127.0.0.1:3000${path}`, { ...init, headers: { cookie: as?.cookie ?? '', 'accept-language': 'de' } });
  return { status: answer.status, html: (await answer.text()).replaceAll(/[\u00a0\u202f]/gu, ' '), to: answer.headers.get('location') };
}
const write = (story: string, text: string, more: { as?: ReaderBrowser | null; fields?: Record<string, string> } = {}) => {
  world.clock.pass(10_000);
  return ask(`/kommentare/${story}/schreiben`, { as: more.as === undefined ? zoe : more.as, fields: { text, ...more.fields } });
};
const idIn = (to: string | null) => /\/kommentar\/(\w+)/u.exec(to ?? '')![1]!;

describe('a reader who is signed in', () => {
  it('writes below the story, and sees what waits', async () => {
    const story = await world.story('Föhn über Zürich');
    const sent = await write(story, 'Ich wohne seit vierzig Jahren am See.');
    expect(sent).toMatchObject({ status: 303, to: expect.stringMatching(/^\/kommentar\/\w{8}\/mein$/u) });
    const own = await ask(sent.to!, { as: zoe });
    expect(own.html).toContain('Ihr Kommentar ist bei der Redaktion. Er erscheint, sobald jemand ihn gelesen hat.');
    expect(own.html).toContain('Ich wohne seit vierzig Jahren am See.');
    expect(await write(story, 'Ich wohne seit vierzig Jahren am See.')).toMatchObject({ status: 303, to: sent.to });
    const stranger = await world.join('beat@öztürk.example', 'Beat Öztürk');
    expect(await ask(sent.to!, { as: stranger })).toMatchObject({ status: 303, to: `/kommentar/${idIn(sent.to)}` });
    expect((await ask(sent.to!)).to).toMatch(/^\/konto\/anmelden\?next=/u);
  });
  it('finds it among their own, with what became of it, and nobody else’s there', async () => {
    const story = await world.story('Föhn über Genf');
    const beat = await world.join('beat.b@öztürk.example', 'Beat Bürgi');
    const mine = idIn((await write(story, 'Einer von meinen.')).to);
    await write(story, 'Einer von Beat.', { as: beat });
    await world.house.act(mara, (tools) => refuseComment(tools, { id: mine, seen: 'pending', reason: 'off-topic' }));
    const own = (await ask('/konto/kommentare', { as: zoe })).html;
    expect(own).toMatch(/Abgelehnt[\s\S]*Föhn über Genf[\s\S]*Einer von meinen/u);
    expect(own).toContain(`/kommentar/${mine}/mein`);
    expect(own).not.toContain('Einer von Beat.');
    expect(await ask('/konto/kommentare')).toMatchObject({ status: 303, to: '/konto/anmelden' });
  });
  it('changes it for five minutes, takes it back for ever', async () => {
    const sent = await write(await world.story(), 'Mit Tipfehler.');
    const id = idIn(sent.to);
    expect(await ask(`/kommentar/${id}/aendern`, { as: zoe, fields: { text: 'Ohne Tippfehler.' } })).toMatchObject({ status: 303 });
    expect((await readComment(world.house.db, id))?.text).toBe('Ohne Tippfehler.');
    const empty = await ask(`/kommentar/${id}/aendern`, { as: zoe, fields: { text: ' ' } });
    expect(empty.status).toBe(422);
    world.clock.pass(5 * 60_000);
    const late = await ask(`/kommentar/${id}/aendern`, { as: zoe, fields: { text: 'Viel zu spät geändert.' } });
    expect([late.status, late.html.includes('Viel zu spät geändert.')]).toEqual([422, true]);
    expect(await ask(`/kommentar/${id}/loeschen`, { as: zoe, fields: {} })).toMatchObject({ status: 303 });
    expect((await ask(`/kommentar/${id}/mein`, { as: zoe })).html).toContain('Sie haben diesen Kommentar gelöscht.');
  });
  it('keeps every text that is refused', async () => {
    const story = await world.story();
    const long = await write(story, `${'Zürich '.repeat(300)}«Ende»`);
    expect(long.status).toBe(422);
    expect(long.html).toContain('Der Kommentar hat 2’106 Zeichen, erlaubt sind 2’000. Bitte kürzen Sie ihn.');
    expect(long.html).toContain('«Ende»</textarea>');
    const closing = await world.act((tools) => closeThread(tools, { story, sentence: 'Danke, die Redaktion schläft jetzt.' }));
    expect(closing).toMatchObject({ story });
    const late = await write(story, 'Eine Sekunde zu spät – «schade».');
    expect(late.status).toBe(422);
    expect(late.html).toContain('Danke, die Redaktion schläft jetzt.');
    expect(late.html).toMatch(/<textarea[^>]*readOnly=""[^>]*>Eine Sekunde zu spät – «schade»\.<\/textarea>/iu);
    const lateAndLong = await write(story, `${'Zürich '.repeat(300)}«Ende»`);
    expect([lateAndLong.status, lateAndLong.html.includes('Danke, die Redaktion schläft jetzt.'), lateAndLong.html.includes('«Ende»</textarea>')]).toEqual([422, true, true]);
    expect((await ask(`/kommentare/${story}/schreiben`)).html).toContain('Danke, die Redaktion schläft jetzt.');
  });
  it('is told that a book is too long before anybody else’s comment waits for it', async () => {
    const story = await world.story();
    const acted = vi.spyOn(world.house, 'act');
    const book = await write(story, `${'Bärndütsch '.repeat(90_000)}«Schluss»`);
    expect([book.status, book.html.includes('«Schluss»</textarea>'), acted.mock.calls.length]).toEqual([422, true, 0]);
    acted.mockRestore();
  });
  it('answers with the answered words above, and stays with the text when those go', async () => {
    const story = await world.story();
    const first = idIn((await write(story, 'Erster Gedanke.')).to);
    await world.house.act(mara, (tools) => approveComment(tools, { id: first, seen: 'pending' }));
    expect((await ask(`/kommentare/${story}/schreiben?antwort=${first}`, { as: zoe })).html).toContain('Erster Gedanke.');
    const beat = await world.join('beat@öztürk.example', 'Beat Öztürk');
    expect((await write(story, 'Einverstanden.', { as: beat, fields: { antwort: first } })).status).toBe(303);
    await world.house.act(mara, (tools) => refuseComment(tools, { id: first, seen: 'approved', reason: 'hate' }));
    const gone = await write(story, 'Doch nicht einverstanden.', { as: beat, fields: { antwort: first } });
    expect([gone.status, gone.html.includes('Doch nicht einverstanden.</textarea>')]).toEqual([422, true]);
    expect(gone.html).not.toContain('name="antwort"');
  });
  it('is looked at first where the form was filled as no person does', async () => {
    const story = await world.story();
    const stamp = /name="seit" value="([^"]+)"/u.exec((await ask(`/kommentare/${story}/schreiben`, { as: zoe })).html)![1]!;
    world.clock.pass(-9_500);
    const id = idIn((await write(story, 'Sehr schnell geschrieben.', { fields: { seit: stamp, adresse: 'https://casino.example' } })).to);
    expect((await readComment(world.house.db, id))?.findings).toEqual(expect.arrayContaining(['hidden-field', 'too-quick']));
    const forged = idIn((await write(story, 'Mit fremdem Stempel.', { fields: { seit: stamp.replace(/^./u, '0') } })).to);
    expect((await readComment(world.house.db, forged))?.findings).not.toContain('too-quick');
  });
});

describe('a text that was written with somebody’s address', () => {
  const text = 'Frau Keller <b>lügt</b>, und das «wissen» alle.';
  /** Somebody else has typed the address of this reader, or of nobody yet. */
  async function linkTo(email: string): Promise<{ story: string; mail: MailTo; page: string; token: string }> {
    const story = await world.story('Nebel über Thun');
    expect((await write(story, text, { as: null, fields: { email } })).status).toBe(303);
    const mail = (await world.mailsTo(email)).at(-1)!;
    return { story, mail, page: (await world.browser().get(mail.link)).html, token: tokenIn(mail.link) };
  }
  const textsIn = async (story: string) => (await world.house.db.selectFrom('comments').select('text').where('story_id', '=', story).execute()).map((row) => row.text);

  it('is told in the mail, and stands with its story on the page before anything is sent', async () => {
    const { story, mail, page } = await linkTo('zoe@müller.example');
    expect(mail.text).toContain('Jemand hat mit Ihrer Adresse einen Kommentar geschrieben.');
    expect(mail.text).not.toContain('Keller');
    expect(page).toContain('Frau Keller &lt;b&gt;lügt&lt;/b&gt;, und das «wissen» alle.');
    expect(page).toContain('Nebel über Thun');
    // Whoever lands on the button with the keyboard has heard nothing of the text.
    expect(page).not.toMatch(/<(?:button|input)[^>]*autofocus/iu);
    expect([...page.matchAll(/<button(?![^>]*type="button")[^>]*>([^<]+)<\/button>/gu)].map(([, name]) => name).filter((name) => name!.startsWith('Anmelden'))).toEqual(['Anmelden und senden', 'Anmelden, ohne zu senden']);
    expect(await textsIn(story)).toEqual([]);
  });
  it('goes by the first button', async () => {
    const { story, token } = await linkTo('zoe@müller.example');
    await world.browser().post('/konto/link', { token });
    expect(await textsIn(story)).toEqual([text]);
  });
  it('is forgotten by the second, which signs in all the same', async () => {
    const { story, token } = await linkTo('zoe@müller.example');
    const guest = world.browser();
    expect((await guest.post('/konto/link', { token, ohne: 'ja' })).to).toBe('/konto');
    expect((await guest.who())?.name).toBe('Zoë Müller');
    expect(await textsIn(story)).toEqual([]);
    expect(await world.house.db.selectFrom('comment_drafts').select('text').where('story_id', '=', story).execute()).toEqual([]);
  });
  it('stays through a name that cannot be had, for somebody new', async () => {
    const { story, page, token } = await linkTo('opfer@leser.example');
    expect(page).toContain('Konto eröffnen und senden');
    const refused = await world.browser().post('/konto/link', { token, name: 'Redaktion', ohne: 'ja' });
    expect([refused.status, refused.html.includes('Frau Keller'), refused.html.includes('Konto eröffnen, ohne zu senden')]).toEqual([422, true, true]);
    expect((await world.browser().post('/konto/link', { token, name: 'Ohne Worte', ohne: 'ja' })).to).toBe('/konto');
    expect(await textsIn(story)).toEqual([]);
  });
  it('is no longer there once it has ended, and the link only signs in', async () => {
    const { story, mail, token } = await linkTo('später@leser.example');
    await world.house.db.deleteFrom('comment_drafts').where('story_id', '=', story).execute();
    const { html } = await world.browser().get(mail.link);
    expect([html.includes('Konto eröffnen</button>'), html.includes('senden</button>')]).toEqual([true, false]);
    expect((await world.browser().post('/konto/link', { token, name: 'Später Gast' })).status).toBe(303);
    expect(await textsIn(story)).toEqual([]);
  });
});

describe('somebody who is not signed in', () => {
  it('is asked who they are with the text still there, and the link of the mail lets it go', async () => {
    const story = await world.story('Wolken über Bern');
    const asked = await write(story, 'Mein «erster» Kommentar <b>überhaupt</b>.', { as: null });
    expect(asked.status).toBe(200);
    expect(asked.html).toContain('Mein «erster» Kommentar &lt;b&gt;überhaupt&lt;/b&gt;.</textarea>');
    const sent = await write(story, 'Mein «erster» Kommentar <b>überhaupt</b>.', { as: null, fields: { email: 'neu@leser.example', name: 'Ladina' } });
    expect(sent).toMatchObject({ status: 303, to: '/konto/post' });
    expect(await world.house.db.selectFrom('comments').select('id').where('story_id', '=', story).execute()).toEqual([]);
    const guest = world.browser();
    const link = (await world.mailsTo('neu@leser.example')).at(-1)!.link;
    const { to } = await guest.post('/konto/link', { token: tokenIn(link), name: 'Ladina' });
    expect(to).toMatch(new RegExp(`^/kommentare/${story}/schreiben\\?entwurf=`, 'u'));
    const [kept] = await world.house.db.selectFrom('comments').selectAll().where('story_id', '=', story).execute();
    expect(kept).toMatchObject({ text: 'Mein «erster» Kommentar <b>überhaupt</b>.', writer_name: 'Ladina', state: 'pending' });
    expect(await ask(to!, { as: guest })).toMatchObject({ status: 303, to: `/kommentar/${kept!.id}/mein` });
  });
  it('finds the text again when the discussion has closed meanwhile', async () => {
    const story = await world.story();
    await write(story, 'Über Nacht liegen geblieben.', { as: null, fields: { email: 'spät@leser.example', name: 'Köbi' } });
    await world.act((tools) => closeThread(tools, { story }));
    const guest = world.browser();
    const { to } = await guest.post('/konto/link', { token: tokenIn((await world.mailsTo('spät@leser.example')).at(-1)!.link), name: 'Köbi' });
    const page = await ask(to!, { as: guest });
    expect(page.status).toBe(422);
    expect(page.html).toContain('Über Nacht liegen geblieben.</textarea>');
    expect(page.html).toContain('Die Redaktion hat diese Diskussion geschlossen');
  });
  it('is told of a wrong address beside the text', async () => {
    const answer = await write(await world.story(), 'Grüezi', { as: null, fields: { email: 'keine-adresse' } });
    expect([answer.status, answer.html.includes('Grüezi</textarea>'), answer.html.includes('Diese E-Mail-Adresse stimmt so nicht.')]).toEqual([422, true, true]);
  });
});

describe('recommending', () => {
  it('takes one press, shows that it is done, and goes back', async () => {
    const story = await world.story();
    const id = await world.kept(story, 'rosa', 'Das finde ich auch.');
    await world.house.act(mara, (tools) => approveComment(tools, { id, seen: 'pending' }));
    expect((await ask(`/kommentar/${id}/empfehlen`, { fields: {} })).html).toContain('Jede Stimme zählt einmal');
    expect(await ask(`/kommentar/${id}/empfehlen`, { as: zoe, fields: {} })).toMatchObject({ status: 303, to: `/kommentar/${id}/empfehlen` });
    expect((await ask(`/kommentar/${id}/empfehlen`, { as: zoe })).html).toContain('Sie empfehlen diesen Kommentar.');
    await whatIsDue(world.house);
    const count = async () => (await world.house.db.selectFrom('comments').select('recommendations').where('id', '=', id).executeTakeFirstOrThrow()).recommendations;
    expect(await count()).toBe(1);
    await ask(`/kommentar/${id}/empfehlen`, { as: zoe, fields: { zurueck: 'ja' } });
    await whatIsDue(world.house);
    expect(await count()).toBe(0);
  });
});

describe('what readers do not see', () => {
  it('is shown to nobody who would report it', async () => {
    const story = await world.story();
    const id = await world.kept(story, 'rosa', 'Die Adresse von Frau Keller ist geheim.');
    await world.house.act(mara, (tools) => approveComment(tools, { id, seen: 'pending' }));
    const send = () => ask(`/kommentar/${id}/melden`, { fields: { grund: 'rules', text: 'Mein Grund mit ß.' } });
    await world.house.act(mara, (tools) => refuseComment(tools, { id, seen: 'approved', reason: 'personal-data' }));
    const removed = await send();
    expect([removed.status, removed.html.includes('Frau Keller'), removed.html.includes('Rosa'), removed.html.includes('Mein Grund mit ß.')]).toEqual([422, false, false, true]);
    await world.house.act(mara, (tools) => approveComment(tools, { id, seen: 'refused' }));
    expect((await ask(`/kommentar/${id}/melden`)).html).toContain('Frau Keller');
    await world.act((tools) => withdrawStory(tools, { id: story, reason: 'Falsch' } as never));
    expect((await ask(`/kommentar/${id}/melden`)).status).toBe(404);
    expect((await send()).html).not.toContain('Frau Keller');
  });
});

describe('mails', () => {
  it('tell of what appeared, what did not and why, and of an answer; nothing of what was taken back', async () => {
    const story = await world.story('Seegfrörni «1963»');
    const id = idIn((await write(story, 'Ich stand auf dem Eis.')).to);
    const decided = await world.house.act(mara, (tools) => approveComment(tools, { id, seen: 'pending' })) as { decision: number };
    const tell = (decision: number, comment: string) => world.act((tools) => tellOfDecision(world.house, tools, { decision, comment }));
    await tell(decided.decision, id);
    await tell(decided.decision - 1, id);
    const mails = await world.mailsTo('zoe@müller.example');
    expect(mails.at(-1)).toMatchObject({ subject: 'Ihr Kommentar ist erschienen' });
    expect(mails.filter(({ subject }) => subject === 'Ihr Kommentar ist erschienen')).toHaveLength(1);
    const rude = idIn((await write(story, 'So ein Trottel.')).to);
    const refused = await world.house.act(mara, (tools) => refuseComment(tools, { id: rude, seen: 'pending', reason: 'insult', words: 'Bitte ohne «Trottel».' })) as { decision: number };
    await tell(refused.decision, rude);
    expect((await world.mailsTo('zoe@müller.example')).at(-1)).toMatchObject({ subject: 'Ihr Kommentar erscheint nicht', text: expect.stringMatching(/greift Personen an[\s\S]*Bitte ohne «Trottel»\./u) });
    expect((await ask(`/kommentar/${rude}/mein`, { as: zoe })).html).toContain('Bitte ohne «Trottel».');
    const reply = await world.kept(story, 'rosa', 'Ich auch!', { answers: id });
    const answered = await world.house.act(mara, (tools) => approveComment(tools, { id: reply, seen: 'pending' })) as { decision: number };
    await tell(answered.decision, reply);
    expect((await world.mailsTo('zoe@müller.example')).at(-1)?.subject).toBe('rosa Müller hat Ihnen geantwortet'.replace('rosa', 'Rosa'));
  });
});

describe('a warning', () => {
  it('reaches its reader in the moderator’s words; a note does not', async () => {
    const guest = await world.join('laut@leser.example', 'Lautsprecher');
    const reader = (await guest.who())!.id;
    const before = (await world.mailsTo('laut@leser.example')).length;
    await world.house.act(mara, (tools) => suspendCommenter(tools, { reader, words: 'Wegen «Trottel», dreimal.', comment: null, days: 7 }));
    await world.act((tools) => tellOfStanding(world.house, tools, { reader, kind: 'suspension' }));
    await world.act((tools) => tellOfStanding(world.house, tools, { reader, kind: 'note' }));
    const mails = (await world.mailsTo('laut@leser.example')).slice(before);
    expect(mails).toMatchObject([{ subject: 'Sie können eine Weile nicht kommentieren', text: expect.stringMatching(/Bis \S+\s\S+\s2026, [\s\S]*Wegen «Trottel», dreimal\./u) }]);
    expect((await write(await world.story(), 'Darf ich?', { as: guest })).html).toMatch(/vom Kommentieren ausgeschlossen[\s\S]*Darf ich\?<\/textarea>/u);
  });
});
