/** A film in a story. */
import { missingToPublish, warningsOf } from '../../videos/rules.ts';
import type { StoryElement } from './element.ts';
import { reference, text } from './element.ts';

export const video: StoryElement<'video'> = {
  name: 'video',
  node: { group: 'block', atom: true, attrs: { id: reference, caption: text() } },
  fromHtml: ({ attribute, text: words }) => (/^[0-9a-z]{1,32}$/u.test(attribute('data-video')) ? { id: attribute('data-video'), caption: words() } : null),
  pictures: ({ poster }) => (poster === null ? [] : [poster]),
  missing: (film, pictures) => (film === undefined ? [{ name: 'video' }] : missingToPublish(film, pictures.get(film.poster ?? '')).map((what) => ({ name: `video-${what}` as const, values: { title: film.title } }))),
  warnings: (film) => warningsOf(film).map((what) => ({ name: `video-${what}` as const, values: { title: film.title } })),
};
