/** The pages of a discussion: the whole of it, one thread, and the address of a single comment. */
import { nextDay } from '../../design/type.ts';
import type { House } from '../../platform/feature.ts';
import type { Page, PageRequest } from '../../platform/pages/page.ts';
import { idPattern } from '../../platform/text/id-form.ts';
import { languages } from '../../platform/words/words.ts';
import { discussionPage, placeOf, sitePolicy, threadTags } from '../comments/comments.ts';
import type { DiscussionPage } from '../comments/discussion.ts';
import { discussionPath } from '../comments/discussion.ts';
import { closesAt } from '../comments/rules.ts';
import type { DiscussionPart } from '../comments/views/discussion.tsx';
import { DiscussionView } from '../comments/views/discussion.tsx';
import { nameOfRules, rulesPath, RulesView } from '../comments/views/rules-page.tsx';
import { nameOf, speakingIn } from '../comments/views/speaking.ts';
import { teasersById } from '../stories/stories.ts';
import { answer } from './answer.tsx';
import type { Ground } from './load-site.ts';
import { loadGround } from './load-site.ts';
import { notFoundPage } from './notice-pages.tsx';

/** What the discussion's part of a page is given. */
export function discussionPart({ site }: Ground, discussion: DiscussionPage, now: Date): DiscussionPart {
  return { discussion, speaking: speakingIn({ language: discussion.thread.language, timeZone: site.timeZone, form: site.form, now }) };
}

/** When such a page changes by itself: at the very second in which the discussion closes, and at midnight, when hours become days. */
export function changesBy({ discussion: { thread, threads }, speaking: { now, writing } }: DiscussionPart): { expires?: Date } {
  const end = closesAt(thread.facts);
  const instants = [...(end === 'never' || end <= now ? [] : [end]), ...(threads.length === 0 ? [] : [nextDay(now, writing.timeZone)])];
  return instants.length === 0 ? {} : { expires: new Date(Math.min(...instants.map((instant) => instant.getTime()))) };
}

export async function discussionOf(house: House, request: PageRequest): Promise<Page> {
  const { params, query, now } = request;
  const story = params['story'] ?? '';
  const teaser = idPattern.test(story) ? (await teasersById(house.db, [story])).get(story) : undefined;
  if (teaser === undefined) return notFoundPage(house, request, idPattern.test(story) ? [`story:${story}`] : []);
  const [discussion, ground] = await Promise.all([discussionPage(house.db, { story, query }), loadGround(house, teaser.language)]);
  if (discussion === null || discussion === 'elsewhere') return elsewhere(discussionPath(story), story);
  const part = discussionPart(ground, discussion, now);
  const first = Object.keys(query).length === 0;
  return answer({
    site: ground.site, content: <DiscussionView {...part} headline={teaser.headline} url={teaser.url} />, tags: [`story:${story}`, ...threadTags(story)], ...changesBy(part),
    view: {
      language: teaser.language, now, ...nameOf(teaser.headline, part.speaking),
      path: first ? discussionPath(story) : null, robots: first ? null : 'noindex, follow',
    },
  });
}

/** What holds for every discussion where a section or a story says nothing else. */
export async function discussionRules(house: House, { query, now, path }: PageRequest): Promise<Page> {
  const asked = languages.find((one) => one === query['sprache']) ?? null;
  const [{ site }, settings] = await Promise.all([loadGround(house, asked), sitePolicy(house.db)]);
  const language = asked ?? site.language;
  const speaking = speakingIn({ language, timeZone: site.timeZone, form: site.form, now });
  return answer({
    site, tags: ['comment-settings'], content: <RulesView policy={settings} speaking={speaking} />,
    view: { language, now, ...nameOfRules(speaking), path: asked === null ? path : rulesPath(asked) },
  });
}

/** An address of its own for each comment leads to its place, wherever that is by now. */
export async function commentPage(house: House, request: PageRequest): Promise<Page> {
  const place = await placeOf(house.db, request.params['id'] ?? '');
  return place === null ? notFoundPage(house, request) : elsewhere(place.url, place.story);
}

function elsewhere(location: string, story: string): Page {
  return { status: 302, location, type: 'text/html; charset=utf-8', body: '', tags: [`story:${story}`, ...threadTags(story)] };
}
