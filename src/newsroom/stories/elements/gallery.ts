/** A gallery in a story. */
import { missingToPublish } from '../../galleries/rules.ts';
import type { StoryElement } from './element.ts';
import { reference } from './element.ts';

export const gallery: StoryElement<'gallery'> = {
  name: 'gallery',
  node: { group: 'block', atom: true, attrs: { id: reference } },
  fromHtml: ({ attribute }) => (/^[0-9a-z]{1,32}$/u.test(attribute('data-gallery')) ? { id: attribute('data-gallery') } : null),
  pictures: ({ pictures }) => pictures.map(({ id }) => id),
  missing: missingToPublish,
};
