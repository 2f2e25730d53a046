/** What another house shows, in a story. */
import { missingToPublish, warningsOf } from '../../embeds/rules.ts';
import type { StoryElement } from './element.ts';
import { reference } from './element.ts';

export const embed: StoryElement<'embed'> = {
  name: 'embed',
  node: { group: 'block', atom: true, attrs: { id: reference } },
  fromHtml: ({ attribute }) => (/^[0-9a-z]{1,32}$/u.test(attribute('data-embed-id')) ? { id: attribute('data-embed-id') } : null),
  pictures: ({ poster }) => (poster === null ? [] : [poster]),
  missing: (shown) => (shown === undefined ? [{ name: 'embed' }] : missingToPublish(shown).map((what) => ({ name: `embed-${what}` as const, values: { provider: shown.provider.name } }))),
  warnings: (shown) => warningsOf(shown).map((what) => ({ name: `embed-${what}` as const, values: { provider: shown.provider.name, title: shown.title } })),
  // The list of houses has the last word.
  tags: ['embeds'],
};
