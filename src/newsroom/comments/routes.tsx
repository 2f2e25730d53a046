/**
 * The addresses at which readers write. All work without script; every GET only looks; whoever is asked for is asked on
 * arrival, because the pages that the forms stand on are the same for everybody.
 */
import type { Context } from 'hono';
import { Hono } from 'hono';
import type { House } from '../../platform/feature.ts';
import { clientOf } from '../../platform/http/arrival.ts';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import { addressKey, createRateLimit } from '../../platform/http/rate-limit.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { idPattern } from '../../platform/text/id-form.ts';
import { lines } from '../../platform/text/plain.ts';
import { hashOf } from '../../platform/text/secret.ts';
import type { Reader } from '../readers/readers.ts';
import { beginSignIn, readerOf, readerPage } from '../readers/readers.ts';
import { readDraft } from './draft-store.ts';
import { keepDraft } from './drafts.ts';
import { networkHash, readSigned, sign } from './keys.ts';
import { ownRoutes } from './own-routes.tsx';
import { permalink } from './discussion.ts';
import { PostBox } from './post-box.ts';
import type { Post } from './posting.ts';
import { newChallenge, weighProof } from './proof.ts';
import type { PostRefusal } from './rules.ts';
import { isOpen, judgeText, networkPace } from './rules.ts';
import { reportingRoutes } from './reporting/routes.tsx';
import { Rush } from './rush.ts';
import { selectShown } from './reading-store.ts';
import { closedSentence } from './views/speaking.ts';
import { TooLateView, WriteView } from './views/write.tsx';
import type { Place } from './writing-place.ts';
import { placeToWrite, refusalSentence } from './writing-place.ts';

/** What a process keeps between requests: what waits to be kept, and how fast it comes. Nothing that another needs. */
interface Desk {
  readonly house: House;
  readonly box: PostBox;
  readonly pace: RateLimit;
  readonly rush: Rush;
}

export function commentRoutes(house: House): Hono {
  const desk: Desk = { house, box: new PostBox(house), pace: createRateLimit({ clock: house.clock, ...networkPace }), rush: new Rush(house) };
  const app = new Hono();
  app.get('/kommentare/:story/schreiben', (c) => showForm(c, desk));
  app.post('/kommentare/:story/schreiben', (c) => take(c, desk));
  ownRoutes(app, house);
  reportingRoutes(app, house);
  return app;
}

type Status = 200 | 404 | 422 | 429;

async function showForm(c: Context, desk: Desk): Promise<Response> {
  const { house } = desk;
  const secret = c.req.query('entwurf') ?? '';
  const draft = secret === '' ? null : await readDraft(house.db, hashOf(secret), house.clock.now());
  if (draft?.comment != null) return c.redirect(`${permalink(draft.comment)}/mein`, 303);
  const place = await placeToWrite(house, c.req.param('story') ?? '');
  if (place === null) return c.notFound();
  const typed: Typed = { ...nothingTyped, stamp: await sign(house.db, '', house.clock.now()), text: draft?.text ?? '', answers: draft?.answers ?? c.req.query('antwort') ?? null };
  const reader = await readerOf(house, c.req.raw);
  if (!isOpen(place.thread.facts, house.clock.now())) return tooLate(c, desk, { place, typed, refused: refuse('closed') });
  return form(c, desk, { place, typed, reader, refused: null });
}

/** What came with the form. */
interface Typed {
  readonly text: string;
  readonly answers: string | null;
  readonly hidden: string;
  readonly stamp: string;
  /** Null: the form asked for none. Empty: asked for, and not answered. */
  readonly proof: string | null;
  readonly email: string;
  readonly name: string;
}

const nothingTyped: Typed = { text: '', answers: null, hidden: '', stamp: '', proof: null, email: '', name: '' };

async function typedIn(c: Context): Promise<Typed> {
  const body = await c.req.parseBody();
  const field = (name: string) => {
    const value = body[name];
    return typeof value === 'string' ? value.replaceAll('\0', '') : '';
  };
  const answers = field('antwort');
  return { text: field('text'), answers: answers === '' ? null : answers, hidden: field('adresse'), stamp: field('seit'), proof: 'beweis' in body ? field('beweis') : null, email: field('email'), name: field('name') };
}

async function take(c: Context, desk: Desk): Promise<Response> {
  const { house, pace, box } = desk;
  const typed = await typedIn(c);
  const story = c.req.param('story') ?? '';
  if (!idPattern.test(story)) return c.notFound();
  const reader = await readerOf(house, c.req.raw);
  const again = async (refused: Refused) => refuseWith(c, desk, { story, typed, reader, refused });
  if (typed.answers !== null && !idPattern.test(typed.answers)) return again(refuse('answered-gone'));
  if (pace.take(addressKey(clientOf(c).address)) > 0 || box.isFull) return again(refuse('busy'));
  if (reader === null) return takeFromStranger(c, desk, { story, typed });
  // Before the box: what others wait for with it folds and looks up every word.
  const long = judgeText(lines(typed.text));
  if (long?.refused === 'comment-too-long') return again(long);
  const proof = await proofOf(desk, { reader, typed });
  if (proof === 'ask') return again(refuse('proof-asked'));
  const posted = await box.post(await postOf(c, desk, { story, typed, reader, proof }));
  if (isRefused(posted)) return again(posted);
  return c.redirect(posted.state === 'approved' ? permalink(posted.id) : `${permalink(posted.id)}/mein`, 303);
}

async function postOf(c: Context, { house }: Desk, { story, typed, reader, proof }: { story: string; typed: Typed; reader: Reader; proof: Post['proof'] }): Promise<Post> {
  const at = house.clock.now();
  const stamp = typed.stamp === '' ? null : await readSigned(house.db, typed.stamp, at);
  return {
    story, answers: typed.answers, writer: { id: reader.id, name: reader.name }, text: typed.text, hiddenField: typed.hidden, proof, at,
    openFor: stamp === null ? null : at.getTime() - stamp.at.getTime(), network: await networkHash(house.db, addressKey(clientOf(c).address), at),
  };
}

/**
 * Newcomers are asked for a sum while very many of them write at once, and again when their answer comes too late. Who
 * comes back without one has no script, and waits.
 */
async function proofOf({ house, rush }: Desk, { reader, typed }: { reader: Reader; typed: Typed }): Promise<Post['proof'] | 'ask'> {
  rush.note(reader);
  if (!(await rush.asks(reader))) return 'not-asked';
  if (typed.proof === null) return 'ask';
  if (typed.proof === '') return 'missing';
  const worth = await weighProof(house.db, { answer: typed.proof, reader: reader.id, now: house.clock.now() });
  return worth === 'given' ? 'given' : worth === 'spent' ? 'missing' : 'ask';
}

/** Nobody is signed in: the text is kept, a link goes out, and its button lets the comment go where it was meant to. */
async function takeFromStranger(c: Context, desk: Desk, { story, typed }: { story: string; typed: Typed }): Promise<Response> {
  const { house } = desk;
  const place = await placeToWrite(house, story);
  if (place === null) return c.notFound();
  const again = (refused: Refused) => refuseWith(c, desk, { story, typed, reader: null, refused });
  const now = house.clock.now();
  if (!isOpen(place.thread.facts, now)) return again(refuse('closed'));
  const wrong = judgeText(typed.text);
  if (wrong !== null) return again(wrong);
  if (typed.email === '') return form(c, desk, { place, typed, reader: null, refused: null });
  const draft = keepDraft({ story, answers: typed.answers, text: typed.text });
  const begun = await beginSignIn(house, { email: typed.email, name: typed.name, language: place.speaking.writing.language, next: draft.next, address: addressKey(clientOf(c).address) }, draft.errand);
  return begun === null ? c.redirect('/konto/post', 303) : again(begun);
}

interface Refusing {
  readonly story: string;
  readonly typed: Typed;
  readonly reader: Reader | null;
  readonly refused: Refused;
}

/** Whatever was typed survives: in the form where it can be sent again, to be copied where it cannot. */
async function refuseWith(c: Context, desk: Desk, { story, typed, reader, refused }: Refusing): Promise<Response> {
  const place = await placeToWrite(desk.house, story);
  if (place === null || refused.refused === 'story-gone') return tooLate(c, desk, { place, typed, refused: refuse('story-gone') });
  if (!isOpen(place.thread.facts, desk.house.clock.now())) return tooLate(c, desk, { place, typed, refused: refuse('closed') });
  if (['closed', 'banned', 'suspended'].includes(refused.refused)) return tooLate(c, desk, { place, typed, refused });
  return form(c, desk, { place, typed: refused.refused === 'answered-gone' ? { ...typed, answers: null } : typed, reader, refused: refused.refused === 'proof-asked' ? null : refused });
}

async function tooLate(c: Context, { house }: Desk, { place, typed, refused }: { place: Place | null; typed: Typed; refused: Refused }): Promise<Response> {
  if (place === null) return c.notFound();
  const why = refused.refused === 'closed' ? closedSentence(place.thread, place.speaking) : refusalSentence(place.speaking, refused);
  const { language } = place.speaking.writing;
  return readerPage(house, c, { title: place.speaking.t('not-sent'), language, status: 422, content: <TooLateView story={place.story} speaking={place.speaking} why={why} text={typed.text} /> });
}

interface Form {
  readonly place: Place;
  readonly typed: Typed;
  readonly reader: Reader | null;
  readonly refused: Refused | null;
}

async function form(c: Context, desk: Desk, { place, typed, reader, refused }: Form): Promise<Response> {
  const { house, rush } = desk;
  const now = house.clock.now();
  const { speaking, story } = place;
  // Whoever has pressed the button already need not do it again when the sum is solved; once, so that nothing goes round.
  const sends = c.req.method === 'POST' && typed.proof === null;
  const answered = typed.answers !== null && idPattern.test(typed.answers) ? await selectShown(house.db, typed.answers) : null;
  const answers = answered !== null && answered.story === story.id && answered.gone === null ? answered : null;
  const content = (
    <WriteView
      story={story} speaking={speaking} answers={answers} text={typed.text} name={reader?.name ?? null} typed={typed} wrong={refused === null ? null : refusalSentence(speaking, refused)}
      proof={reader !== null && (await rush.asks(reader)) ? { ...(await newChallenge(house.db, reader.id, now)), sends } : null}
    />
  );
  return readerPage(house, c, { title: speaking.t('write-title'), language: speaking.writing.language, status: statusOf(refused), content });
}

function statusOf(refused: Refused | PostRefusal | null): Status {
  if (refused === null) return 200;
  return ['busy', 'too-soon', 'too-many-comments', 'too-many-attempts'].includes(refused.refused) ? 429 : 422;
}
