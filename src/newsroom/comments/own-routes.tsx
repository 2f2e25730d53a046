/** The addresses of single comments at which readers do something: their own, and recommending those of others. */
import type { Context, Hono } from 'hono';
import type { House } from '../../platform/feature.ts';
import { clientOf } from '../../platform/http/arrival.ts';
import { addressKey } from '../../platform/http/rate-limit.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused } from '../../platform/result.ts';
import { idPattern } from '../../platform/text/id-form.ts';
import { readPublication } from '../publication/publication.ts';
import { actorOf, readerOf, readerPage } from '../readers/readers.ts';
import { decisionsAbout, readComment } from './deciding-store.ts';
import type { KeptComment } from './deciding-store.ts';
import { ownCommentsPath, permalink } from './discussion.ts';
import { networkHash } from './keys.ts';
import { deleteComment, editComment, recommendComment } from './own.ts';
import { selectOwnLines } from './own-store.ts';
import { selectShown } from './reading-store.ts';
import { hasRecommended } from './recommending-store.ts';
import { objectionPath } from './reporting/paths.ts';
import { readStatement } from './reporting/statement-store.ts';
import { editableFor, mayEdit } from './rules.ts';
import { OwnListView } from './views/own-list.tsx';
import { speakingIn } from './views/speaking.ts';
import { OwnView, RecommendView } from './views/write.tsx';
import { placeToWrite, refusalSentence } from './writing-place.ts';

export function ownRoutes(app: Hono, house: House): void {
  app.get(ownCommentsPath, (c) => showAll(c, house));
  app.get('/kommentar/:id/mein', (c) => showOwn(c, house));
  app.post('/kommentar/:id/aendern', (c) => change(c, house));
  app.post('/kommentar/:id/loeschen', (c) => remove(c, house));
  app.get('/kommentar/:id/empfehlen', (c) => showRecommending(c, house));
  app.post('/kommentar/:id/empfehlen', (c) => recommend(c, house));
}

/** Of one page: a year of somebody who writes now and then. */
const ownShown = 30;

async function showAll(c: Context, house: House): Promise<Response> {
  const reader = await readerOf(house, c.req.raw);
  if (reader === null) return c.redirect('/konto/anmelden', 303);
  const after = c.req.query('vor') ?? null;
  if (after !== null && !idPattern.test(after)) return c.redirect(ownCommentsPath, 303);
  const [found, { timeZone, addressForm }] = await Promise.all([selectOwnLines(house.db, { reader: reader.id, after, limit: ownShown + 1 }), readPublication(house.db)]);
  const lines = found.slice(0, ownShown);
  const speaking = speakingIn({ language: reader.language, timeZone, form: addressForm, now: house.clock.now() });
  const more = found.length > ownShown ? (lines.at(-1)?.id ?? null) : null;
  return readerPage(house, c, { title: speaking.t('own-page'), language: reader.language, content: <OwnListView lines={lines} more={more} speaking={speaking} /> });
}

/** The reader's own comment; anybody else is led to where everybody sees it. */
async function ownOf(c: Context, house: House): Promise<{ comment: KeptComment; reader: string } | Response> {
  const id = c.req.param('id') ?? '';
  const reader = await readerOf(house, c.req.raw);
  if (!idPattern.test(id)) return c.notFound();
  if (reader === null) return c.redirect(`/konto/anmelden?next=${encodeURIComponent(`${permalink(id)}/mein`)}`, 303);
  const comment = await readComment(house.db, id);
  if (comment === null || comment.reader !== reader.id) return c.redirect(permalink(id), 303);
  return { comment, reader: reader.id };
}

async function showOwn(c: Context, house: House): Promise<Response> {
  const own = await ownOf(c, house);
  return own instanceof Response ? own : ownPage(c, house, { comment: own.comment, refused: null, typed: null });
}

async function change(c: Context, house: House): Promise<Response> {
  const own = await ownOf(c, house);
  if (own instanceof Response) return own;
  const text = await textOf(c);
  const changed = await house.act(actorOf({ id: own.reader }), (tools) => editComment(tools, { id: own.comment.id, reader: own.reader, text }));
  if (!isRefused(changed)) return c.redirect(`${permalink(own.comment.id)}/mein`, 303);
  return ownPage(c, house, { comment: own.comment, refused: changed, typed: text });
}

async function remove(c: Context, house: House): Promise<Response> {
  const own = await ownOf(c, house);
  if (own instanceof Response) return own;
  await house.act(actorOf({ id: own.reader }), (tools) => deleteComment(tools, { id: own.comment.id, reader: own.reader }));
  return c.redirect(`${permalink(own.comment.id)}/mein`, 303);
}

interface OwnPage {
  readonly comment: KeptComment;
  readonly refused: Refused | null;
  readonly typed: string | null;
}

async function ownPage(c: Context, house: House, { comment, refused, typed }: OwnPage): Promise<Response> {
  const place = await placeToWrite(house, comment.story);
  if (place === null) return c.notFound();
  const { speaking } = place;
  const editable = mayEdit(comment, house.clock.now());
  return readerPage(house, c, {
    title: speaking.t('own-title'), language: speaking.writing.language, status: refused === null ? 200 : 422,
    content: (
      <OwnView
        story={place.story} speaking={speaking} comment={comment} reasons={comment.state === 'refused' ? await reasonsFor(house, comment.id, speaking.t) : []}
        objects={comment.state === 'refused' && (await readStatement(house.db, comment.id)) !== null ? objectionPath(comment.id) : null}
        editableUntil={editable || refused !== null ? new Date(comment.createdAt.getTime() + editableFor) : null} typed={typed} wrong={refused === null ? null : refusalSentence(speaking, refused)}
      />
    ),
  });
}

/** Why the newsroom refused it: the sentence of the house list, and its own words. */
async function reasonsFor({ db }: House, id: string, t: (key: string) => string): Promise<string[]> {
  const refusal = (await decisionsAbout(db, id)).find(({ name }) => name === 'refuse');
  return refusal === undefined ? [] : [refusal.reason === '' ? '' : t(`reason.${refusal.reason}`), refusal.words].filter((sentence) => sentence !== '');
}

async function showRecommending(c: Context, house: House): Promise<Response> {
  return recommendPage(c, house, null);
}

async function recommend(c: Context, house: House): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const reader = await readerOf(house, c.req.raw);
  if (reader === null || !idPattern.test(id)) return recommendPage(c, house, null);
  const recommends = (await c.req.parseBody())['zurueck'] === 'ja' ? 'no' : 'yes';
  const network = await networkHash(house.db, addressKey(clientOf(c).address), house.clock.now());
  const done = await house.act(actorOf(reader), (tools) => recommendComment(tools, { id, reader: reader.id, recommends, network }));
  return isRefused(done) ? recommendPage(c, house, done) : c.redirect(`${permalink(id)}/empfehlen`, 303);
}

async function recommendPage(c: Context, house: House, refused: Refused | null): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const comment = idPattern.test(id) ? await selectShown(house.db, id) : null;
  const place = comment === null || comment.gone !== null ? null : await placeToWrite(house, comment.story);
  if (comment === null || place === null) return c.notFound();
  const reader = await readerOf(house, c.req.raw);
  const stands = reader === null ? 'nobody' : (await hasRecommended(house.db, id, reader.id)) ? 'recommended' : 'not-recommended';
  return readerPage(house, c, {
    title: place.speaking.t('recommend-title'), language: place.speaking.writing.language, status: refused === null ? 200 : 422,
    content: <RecommendView story={place.story} speaking={place.speaking} comment={comment} stands={stands} wrong={refused === null ? null : refusalSentence(place.speaking, refused)} />,
  });
}

async function textOf(c: Context): Promise<string> {
  const { text } = await c.req.parseBody();
  return typeof text === 'string' ? text.replaceAll('\0', '') : '';
}
