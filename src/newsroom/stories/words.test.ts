import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestHouse } from '../../../test/house.ts';
import { testHouse } from '../../../test/house.ts';
import { newsroomUpTo } from '../../../test/plan.ts';

let world: TestHouse;
beforeAll(async () => {
  world = await testHouse(await newsroomUpTo('stories'));
  await world.ask('publisher', { method: 'POST', path: '/sections', body: { path: 'zuerich', name: 'Zürich' } });
});
afterAll(() => world.close());

const say = async (language: string | null, path: string, body?: object) =>
  (await world.ask('editor', { ...(body !== undefined && { method: 'POST', body }), path, ...(language !== null && { headers: { 'accept-language': language } }) })).json;

it.each([
  ['de-CH', 'Nicht gefunden', /^Diesen Artikel gibt es nicht/u], ['fr-CH,de;q=0.5', 'Introuvable', /^Cet article n’existe pas/u],
  ['it', 'Non trovato', /^Questo articolo non esiste/u], [null, 'Not found', /^There is no such story/u],
])('says in the language of whoever asks (%s) what happened', async (language, title, detail) => {
  expect(await say(language, '/stories/gibtsnicht')).toMatchObject({ type: 'urn:broadsheet:problem:no-such-story', name: 'no-such-story', title, detail: expect.stringMatching(detail) as unknown });
});

it('names what was typed, and the field', async () => {
  const { detail, errors } = await say('de', '/stories', { section: 'nirgends/«dort»', headline: 'Föhn' });
  expect(detail).toBe('Das Ressort «nirgends/«dort»» gibt es nicht. Wählen Sie eines aus der Liste, oder legen Sie es zuerst an.');
  expect(errors).toEqual([{ in: 'body', pointer: '/section', name: 'unknown-section', message: detail }]);
});

it('says of each field what is wrong with it, and what is possible', async () => {
  const { errors, detail } = await say('fr', '/stories', { headline: '', label: 'mensonge', lead: 7, kicker: 'x'.repeat(2_001) });
  expect(detail).toMatch(/^Certaines indications ne conviennent pas/u);
  expect(Object.fromEntries(errors.map((error: { pointer: string; message: string }) => [error.pointer, error.message]))).toEqual({
    '/headline': 'Ce champ ne peut pas rester vide.', '/section': 'Cette indication manque encore.', '/lead': 'On attend ici un texte.',
    '/label': 'Ce n’est pas l’une des possibilités: opinion, analysis, sponsored.', '/kicker': "C’est trop long: au plus 2'000 caractères.",
  });
});

it('says what is missing to publish, and where the story stands when something cannot be done now', async () => {
  const { id } = await say('de', '/stories', { section: 'zuerich', headline: 'Föhn' });
  expect((await say('de', `/stories/${id}/publish`, {})).errors).toMatchObject([{ name: 'text', message: expect.stringMatching(/^Der Artikel hat noch keinen Text/u) as unknown }]);
  expect((await say('it', `/stories/${id}/withdraw`, { reason: 'x' })).detail).toContain('è una bozza');
});
