/** One public story whose page can be made with any text in it, by the site's own way from document to HTML. */
import type { House } from '../../src/platform/feature.ts';
import { answer } from '../../src/newsroom/site/answer.tsx';
import { loadGround } from '../../src/newsroom/site/load-site.ts';
import { storyContent, storyView } from '../../src/newsroom/site/load-story.tsx';
import { publicStory } from '../../src/newsroom/stories/stories.ts';
import type { StoryContent } from '../../src/newsroom/stories/story.ts';
import type { Client } from '../client.ts';
import type { Rendered } from './rendered.ts';

export type PageMaker = (content: Partial<StoryContent>) => Rendered;

export async function pageMaker(house: House, publisher: Client): Promise<PageMaker> {
  await publisher('POST', '/sections', { path: 'wissen', name: 'Wissen' });
  const { json } = await publisher('POST', '/stories', { section: 'wissen', headline: 'Harmlos', lead: 'Ein Lead.', kicker: 'Netz', body: { html: '<p>Ein Absatz.</p>' } });
  await publisher('POST', `/stories/${json.id}/publish`, {});
  const story = await publicStory(house.db, json.id);
  if (story === null || 'gone' in story) throw new Error('the story is not public');
  const now = house.clock.now();
  const ground = await loadGround(house, 'de');
  return (content) => {
    const changed = { ...story, ...(content.kicker !== undefined && { kicker: content.kicker }), ...(content.lead !== undefined && { lead: content.lead }), ...(content.headline !== undefined && { headline: content.headline }), content: { ...story.content, ...content } };
    const page = answer({ site: ground.site, view: storyView({ story: changed, ground, now }), content: storyContent({ story: changed, next: null, ground, now }), tags: [] });
    return { body: page.body, csp: page.headers?.['Content-Security-Policy'] ?? '' };
  };
}
