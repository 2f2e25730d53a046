/**
 * Stories: written, handed over, published, changed, corrected, withdrawn.
 *
 *   story.ts       the thing and its states        grammar.ts   what a body may hold
 *   rules.ts       what the newsroom has decided   html.ts      HTML that comes in
 *   actions.ts     the working copy                publishing.ts  the way to readers and back; making-public.ts, due.ts
 *   store.ts       working copies and versions     public-store.ts, search-store.ts  what readers find
 */
import type { Actor, Feature, House } from '../../platform/feature.ts';
import { storyActs } from './acts.ts';
import { storiesApi } from './api.ts';
import { publishWhatIsDue } from './due.ts';
import { followSection } from './publishing.ts';
import { storyElements } from './elements/elements.ts';
import { followThing } from './pictures-shown.ts';
import { takeAwaySealed } from './sealing.ts';
import { words } from './words.ts';
import { learnWords } from './search-store.ts';

const storiesThemselves: Actor = { kind: 'program', id: 'stories', name: 'Broadsheet', role: null };

export const feature: Feature = {
  name: 'stories',
  acts: storyActs,
  words,
  api: storiesApi,
  due: publishWhatIsDue,
  takeAwaySealed,
  listeners: [
    { event: 'story.published', hear: learn }, { event: 'story.updated', hear: learn },
    ...storyElements.map(({ name }) => ({ event: `${name}.changed`, hear: (house: House, { id }: { readonly id?: unknown }) => house.act(storiesThemselves, (tools) => followThing(tools, { kind: name, id: String(id) })) })),
    { event: 'section.moved', hear: (house, { id }) => house.act(storiesThemselves, (tools) => followSection(tools, String(id))) },
  ],
};

/** The search knows a story's words soon after it is public; what it finds it knows at once. */
async function learn(house: House, facts: { readonly id?: unknown }): Promise<void> {
  await house.db.transaction().execute((tx) => learnWords(tx, String(facts.id)));
}

export { storyActs } from './acts.ts';
export { createStory, saveStory } from './actions.ts';
export { idInPath, slugOf, storyPath } from './address.ts';
export { correctStory } from './corrections.ts';
export { eraseStories } from './erasing.ts';
export { previewedStory } from './desk-store.ts';
export { storyLines } from './lines.ts';
export type { StoryLine, StoryWhole } from './told.ts';
export { discardDraft, publishStory, submitStory, withdrawStory } from './publishing.ts';
export type { Candidate } from './reading.ts';
export { candidates, candidatesById, candidatesOfSections, dress, followOn, listCorrections, listPublic, maySeeStory, previewStory, publicStory, searchStories, teasersById } from './reading.ts';
export type { ListWish, SitemapLine } from './public-store.ts';
export { countPublicStories, keyBefore, selectForSitemap } from './public-store.ts';
export { storyLineSchema } from './schemas.ts';
export type { Gone, PublicStory, SectionStep, StoryAuthor, StoryCorrection, StoryCredit, Teaser } from './public.ts';
