/** Files over lines that break: the tus protocol, and what became of a file. */
import { ERRORS } from '@tus/server';
import type { Context } from 'hono';
import type { z } from '@hono/zod-openapi';
import type { Actor, House } from '../../platform/feature.ts';
import { createApi, jsonAnswer } from '../../platform/http/api.ts';
import { problem, refusal as told } from '../../platform/http/problem.ts';
import { meansFull } from '../../platform/objects/store-full.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { acceptedLanguage, interfaceLanguage, translator } from '../../platform/words/translate.ts';
import type { Values } from '../../platform/words/translate.ts';
import { uploadActs } from './acts.ts';
import { arrive, kindNamed, readAgain } from './arriving.ts';
import { beginning } from './beginning.ts';
import { bytesHere } from './folder.ts';
import type { Protocol, Spoken } from './protocol.ts';
import { createProtocol } from './protocol.ts';
import { forgottenAfter, mayReadAgain } from './rules.ts';
import { beginHeaders, byId, partContent, uploadSchema } from './schemas.ts';
import type { Upload } from './store.ts';
import { readUpload } from './store.ts';
import { words } from './words.ts';

const statuses = {
  'malformed-upload': 400, 'no-such-kind': 422, 'not-allowed': 403, 'too-large': 413, 'too-many-unfinished': 429, 'store-full': 507,
  'no-such-upload': 404, 'upload-lost': 410, 'wrong-offset': 409, busy: 423, 'tus-needed': 412, 'not-again': 409,
} as const;

const tags = ['uploads'];

export function uploadsApi(house: House) {
  const { app, operation } = createApi(house, uploadActs);
  const protocol = createProtocol(house);
  return app.openapi(operation({
    method: 'post', path: '/uploads', act: 'upload.send', summary: 'Begin to send a file (tus 1.0)', tags, bodyLimit: 'own',
    description: 'Speaks tus 1.0 with creation, creation-with-upload, termination and expiration. Any tus client can send; parts of a few megabytes go through every proxy.',
    request: beginHeaders, responses: { 201: { description: 'Begun; Location says where its bytes go' } },
  }), (c) => begin({ house, protocol, c, who: c.var.who })).openapi(operation({
    method: 'patch', path: '/uploads/{id}', act: 'upload.send', summary: 'Send the next bytes (tus 1.0)', tags, bodyLimit: 'own',
    request: { ...byId, body: { content: partContent } }, responses: { 204: { description: 'Kept as far as Upload-Offset says' } },
  }), (c) => goOn({ house, protocol, c, who: c.var.who })).openapi(operation({
    method: 'get', path: '/uploads/{id}', act: 'upload.send', summary: 'How far an upload is, and what came of it', tags,
    description: 'HEAD speaks tus 1.0: Upload-Offset says where to go on. The event `upload.ended` says when to ask what came of it.',
    request: byId, responses: { 200: jsonAnswer(uploadSchema, 'The upload') },
  }), async (c) => {
    // To Hono a HEAD is a GET: the request itself knows better.
    if (c.req.raw.method === 'HEAD') return goOn({ house, protocol, c, who: c.var.who });
    const upload = await ownUpload(house, c.req.valid('param').id, c.var.who);
    return upload === null ? refusal(c, refuse('no-such-upload')) : c.json(await json(house, c, upload), 200);
  }).openapi(operation({
    method: 'delete', path: '/uploads/{id}', act: 'upload.send', summary: 'Take an upload back (tus 1.0)', tags,
    request: byId, responses: { 204: { description: 'Forgotten; what came of it before stays' } },
  }), (c) => goOn({ house, protocol, c, who: c.var.who })).openapi(operation({
    method: 'post', path: '/uploads/{id}/again', act: 'upload.send', summary: 'Read a file again that was refused for want of room', tags,
    request: byId, responses: { 200: jsonAnswer(uploadSchema, 'The upload') },
  }), async (c) => {
    const upload = await ownUpload(house, c.req.valid('param').id, c.var.who);
    if (upload === null) return refusal(c, refuse('no-such-upload'));
    const refused = await readAgain(house, upload);
    return refused === undefined ? c.json(await json(house, c, (await readUpload(house.db, upload.id)) ?? upload), 200) : refusal(c, refused);
  });
}

interface Asked {
  readonly house: House;
  readonly protocol: Protocol;
  readonly c: Context;
  readonly who: Actor;
}

async function begin({ house, protocol, c, who }: Asked) {
  const begun = await beginning(house, c.req.raw, who);
  if ('errors' in begun) return problem(c, { status: 422, name: 'invalid-input', errors: begun.errors });
  if (isRefused(begun)) return refusal(c, begun);
  return answer(c, await protocol.speak(c.req.raw, begun));
}

async function goOn({ house, protocol, c, who }: Asked) {
  const upload = await ownUpload(house, c.req.param('id') ?? '', who);
  return upload === null ? refusal(c, refuse('no-such-upload')) : answer(c, await protocol.speak(c.req.raw));
}

/** Another's upload is none. */
async function ownUpload(house: House, id: string, who: Actor): Promise<Upload | null> {
  const upload = await readUpload(house.db, id);
  return upload !== null && upload.by_id === who.id ? upload : null;
}

function answer(c: Context, spoken: Spoken) {
  if ('answer' in spoken) return spoken.answer as never;
  const refused = told(c, nameOf(spoken.failed), statuses);
  refused.headers.set('Tus-Resumable', '1.0.0');
  return refused;
}

/** What the protocol's own refusals are called here; what is none of them is a fault. */
function nameOf(failed: unknown): Refused<keyof typeof statuses> {
  if (meansFull(failed)) return refuse('store-full');
  if (failed === ERRORS.INVALID_OFFSET) return refuse('wrong-offset');
  if (failed === ERRORS.ERR_LOCK_TIMEOUT) return refuse('busy');
  if (failed === ERRORS.FILE_NOT_FOUND) return refuse('no-such-upload');
  if (failed === ERRORS.FILE_NO_LONGER_EXISTS) return refuse('upload-lost');
  const status = typeof failed === 'object' && failed !== null && 'status_code' in failed ? failed.status_code : 500;
  if (status === 412) return refuse('tus-needed');
  if (status === 413) return refuse('too-large', { most: 0 });
  if (typeof status === 'number' && status < 500 || status === 501) return refuse('malformed-upload');
  throw failed;
}

async function json(house: House, c: Context, upload: Upload): Promise<z.infer<typeof uploadSchema>> {
  const { id, kind, name, bytes, subject, refusal: refused, touched_at } = upload;
  const offset = upload.state === 'coming' ? (await bytesHere(house, id)) ?? 0 : bytes;
  const whole = upload.state === 'coming' && offset === bytes;
  // Its process was killed between the last byte and saying so.
  if (whole) await arrive(house, id);
  return {
    id, kind, name, bytes, offset, state: whole ? 'arrived' : upload.state, subject,
    refused: refused === null ? null : { name: refused.refused, message: sentence(house, c, { kind, refused }), again: mayReadAgain(refused) },
    expires: upload.state === 'coming' && !whole ? new Date(touched_at.getTime() + forgottenAfter).toISOString() : null,
  };
}

/** In the words of the feature that takes such files. */
function sentence(house: House, c: Context, { kind, refused: { refused, detail } }: { kind: string; refused: Refused }): string {
  const feature = house.features.find(({ uploads = [] }) => uploads.includes(kindNamed(house, kind)!));
  const catalogues = [words, ...(feature?.words === undefined ? [] : [feature.words])];
  const who = c.get('who') as Actor;
  const language = interfaceLanguage(who.language, acceptedLanguage(c.req.header('accept-language'), 'en'));
  const key = [`refused.${refused}.${String(detail?.['kind'])}`, `refused.${refused}`].find((one) => catalogues.some((catalogue) => Object.hasOwn(catalogue[language], one)));
  return key === undefined ? refused : translator(catalogues, language)(key, detail as Values | undefined);
}

function refusal<Name extends keyof typeof statuses>(c: Context, refused: Refused<Name>) {
  return told(c, refused, statuses);
}
