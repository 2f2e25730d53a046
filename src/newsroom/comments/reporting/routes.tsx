/** Where a comment is reported and a removal objected to. Every GET only looks; what was typed survives every refusal. */
import type { Context, Hono } from 'hono';
import { writeInstant } from '../../../design/type.ts';
import type { House } from '../../../platform/feature.ts';
import { clientOf } from '../../../platform/http/arrival.ts';
import { addressKey } from '../../../platform/http/rate-limit.ts';
import type { Refused } from '../../../platform/result.ts';
import { isRefused } from '../../../platform/result.ts';
import { idPattern } from '../../../platform/text/id-form.ts';
import { hashOf } from '../../../platform/text/secret.ts';
import type { Values } from '../../../platform/words/translate.ts';
import { interfaceLanguage } from '../../../platform/words/translate.ts';
import type { Actor } from '../../../platform/feature.ts';
import { readPublication } from '../../publication/publication.ts';
import { actorOf, readerOf, readerPage } from '../../readers/readers.ts';
import type { KeptComment } from '../deciding-store.ts';
import { readComment } from '../deciding-store.ts';
import { permalink } from '../discussion.ts';
import { networkHash } from '../keys.ts';
import { commentsTranslator } from '../views/speaking.ts';
import { objectionPath, receiptPath } from './paths.ts';
import { referenceOf } from './report.ts';
import { readReportByReceipt } from './report-store.ts';
import { publicComment, reportComment } from './reporting.ts';
import type { Reporting } from './reporting.ts';
import { readStatement } from './statement-store.ts';
import type { StatementWhole } from './statement-store.ts';
import { objectTo } from './statements.ts';
import { ObjectionView, ReportedView, ReportView } from './views.tsx';
import type { ReportValues } from './views.tsx';
import { reportingTranslator } from './words.ts';

/** Whoever reports needs no account: the log says that somebody did, not who. */
const somebody: Actor = { kind: 'program', id: 'report', name: '', role: null };

export function reportingRoutes(app: Hono, house: House): void {
  app.get('/kommentar/:id/melden', (c) => showReport(c, house));
  app.post('/kommentar/:id/melden', (c) => takeReport(c, house));
  app.get('/kommentar/:id/meldung', (c) => showReceipt(c, house));
  app.get('/kommentar/:id/einspruch', (c) => showObjection(c, house));
  app.post('/kommentar/:id/einspruch', (c) => takeObjection(c, house));
}

type Typed = ReportValues['typed'];

const nothingTyped: Typed = { grounds: 'rules', law: '', words: '', name: '', email: '', goodFaith: false };

async function showReport(c: Context, house: House): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const comment = idPattern.test(id) ? await publicComment(house.db, id) : null;
  return comment !== null ? reportPage(c, house, { comment, typed: nothingTyped, refused: null }) : c.notFound();
}

async function takeReport(c: Context, house: House): Promise<Response> {
  const comment = await commentOf(c, house);
  if (comment === null) return c.notFound();
  const field = await fieldsOf(c);
  const typed: Typed = { grounds: field('grund') === 'law' ? 'law' : 'rules', law: field('gesetz'), words: field('text'), name: field('name'), email: field('email').trim(), goodFaith: field('treue') === '1' };
  // Nobody sees this field: whoever fills it reads pages by machine, and is thanked for nothing.
  if (field('adresse') !== '') return c.redirect(permalink(comment.id), 303);
  const said: Reporting = { ...typed, comment: comment.id, language: comment.language, network: await networkHash(house.db, addressKey(clientOf(c).address), house.clock.now()) };
  const made = await house.act(somebody, (tools) => reportComment(house, tools, said));
  if (isRefused(made)) return reportPage(c, house, { comment: (await publicComment(house.db, comment.id)) ?? { ...comment, name: '', text: '' }, typed, refused: made });
  return c.redirect(receiptPath(comment.id, made.receipt), 303);
}

/** What became of a report, for whoever has its receipt. */
async function showReceipt(c: Context, house: House): Promise<Response> {
  const comment = await commentOf(c, house);
  const report = comment === null ? null : await readReportByReceipt(house.db, { comment: comment.id, receiptHash: hashOf(c.req.query('beleg') ?? '') });
  if (comment === null || report === null) return c.notFound();
  const { t, language, timeZone } = await speaking(house, comment);
  const values = { t, report, mailed: report.email !== '', due: writeInstant(report.dueAt, { language, timeZone }), comment: comment.state === 'approved' ? permalink(comment.id) : null };
  return readerPage(house, c, { title: t('reported.title', { reference: referenceOf('report', report.number) }), language, content: <ReportedView {...values} /> });
}

async function reportPage(c: Context, house: House, { comment, typed, refused }: { comment: KeptComment; typed: Typed; refused: Refused | null }): Promise<Response> {
  const { t, language } = await speaking(house, comment);
  const wrong = refused === null ? null : t(`refused.${refused.refused}`, refused.detail as Values | undefined);
  return readerPage(house, c, { title: t('report.title'), language, status: refused === null ? 200 : 422, content: <ReportView t={t} comment={comment} typed={typed} wrong={wrong} /> });
}

/** The writer's own page; anybody else is asked to sign in, or led to the discussion. */
async function objectionOf(c: Context, house: House): Promise<{ statement: StatementWhole; reader: string } | Response> {
  const id = c.req.param('id') ?? '';
  if (!idPattern.test(id)) return c.notFound();
  const reader = await readerOf(house, c.req.raw);
  if (reader === null) return c.redirect(`/konto/anmelden?next=${encodeURIComponent(objectionPath(id))}`, 303);
  const statement = await readStatement(house.db, id);
  return statement === null || statement.reader !== reader.id ? c.notFound() : { statement, reader: reader.id };
}

async function showObjection(c: Context, house: House): Promise<Response> {
  const own = await objectionOf(c, house);
  return own instanceof Response ? own : objectionPage(c, house, { statement: own.statement, typed: '', refused: null });
}

async function takeObjection(c: Context, house: House): Promise<Response> {
  const own = await objectionOf(c, house);
  if (own instanceof Response) return own;
  const words = (await fieldsOf(c))('text');
  const made = await house.act(actorOf({ id: own.reader }), (tools) => objectTo(tools, { comment: own.statement.comment, reader: own.reader, words }));
  if (!isRefused(made)) return c.redirect(objectionPath(own.statement.comment), 303);
  return objectionPage(c, house, { statement: own.statement, typed: words, refused: made });
}

async function objectionPage(c: Context, house: House, { statement, typed, refused }: { statement: StatementWhole; typed: string; refused: Refused | null }): Promise<Response> {
  const { t, said, language } = await speaking(house, statement);
  const { objection } = statement;
  const reasons = [
    statement.reason === '' ? '' : said(`reason.${statement.reason}`), statement.words, statement.law === '' ? '' : t('objection.law', { law: statement.law }),
    t(statement.reported ? 'objection.reported' : 'objection.own-initiative'), t(statement.foundByMachine ? 'objection.machine-found' : 'objection.no-machine'),
  ].filter((sentence) => sentence !== '');
  const made = objection === null ? null : { number: objection.number, words: objection.words, answer: objection.outcome === null ? null : `${t(`objection.${objection.outcome}`)} ${objection.answer}` };
  const values = { t, reasons, made, typed, wrong: refused === null ? null : t(`refused.${refused.refused}`, refused.detail as Values | undefined) };
  return readerPage(house, c, {
    title: t('objection.title'), language, status: refused === null ? 200 : 422, content: <ObjectionView {...values} comment={{ id: statement.comment, name: statement.writer, text: statement.text }} />,
  });
}

async function speaking(house: House, { language }: { readonly language: string }) {
  const { addressForm, timeZone } = await readPublication(house.db);
  const ours = interfaceLanguage(language);
  return { t: reportingTranslator(ours, addressForm), said: commentsTranslator(ours, addressForm), language: ours, timeZone };
}

async function commentOf(c: Context, house: House): Promise<KeptComment | null> {
  const id = c.req.param('id') ?? '';
  return idPattern.test(id) ? readComment(house.db, id) : null;
}

async function fieldsOf(c: Context): Promise<(name: string) => string> {
  const body = await c.req.parseBody();
  return (name) => {
    const value = body[name];
    return typeof value === 'string' ? value.replaceAll('\0', '') : '';
  };
}
