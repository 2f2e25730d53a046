/**
 * The discussion below a story: written by readers, read by moderators, open as long as somebody is there to read.
 *
 *   comment.ts     the thing and its states        rules.ts      what the newsroom has decided, closesAt first
 *   screening.ts   why a moderator should look     posting.ts    writing, through the post box of the process
 *   deciding.ts    approve, refuse, undo, choose, pin            own.ts   what readers do with their own
 *   moderating/    the queue, holds, those who write, word lists importing/  what other systems exported
 *   reporting/     reports, statements of reasons, objections, the transparency report
 *
 * Announces `comment.posted {story, waiting, approved}`, and `comment.approved`, `.refused`, `.undone`, `.deleted`,
 * `.chosen`, `.pinned` and their reverse with `{id, story, by}`, `report.made`, `report.decided`, `objection.made` and
 * `objection.decided` with `{id}`. Pages that show a story's discussion carry the tag
 * `comments:<story>`, lists that show numbers `comment-counts`.
 */
import type { Feature } from '../../platform/feature.ts';
import { commentActs } from './acts.ts';
import { commentsApi } from './api.ts';
import { forgetDraft, sendDraft, showDraft } from './drafts.ts';
import { commentJobs, whatIsDue } from './jobs.ts';
import { ownCommentsPath } from './discussion.ts';
import { followName, giveOwn, takeAwayWriter } from './leaving.ts';
import { commentRoutes } from './routes.tsx';
import { transparencyData } from './reporting/transparency-pages.ts';
import { everyWord } from './reporting/words.ts';
import { commentsThemselves } from './post-box.ts';
import { notices, tellOfStanding } from './telling.ts';

export { commentActs } from './acts.ts';
export type { CommentState, ShownComment } from './comment.ts';
export type { Decided, Deciding } from './deciding.ts';
export { approveComment, decideMany, markAs, refuseComment, threadTag, threadTags, undoDecision } from './deciding.ts';
export type { Decision, KeptComment } from './deciding-store.ts';
export { decisionsAbout, readComment } from './deciding-store.ts';
export { bringComments } from './bringing.ts';
export { PostBox } from './post-box.ts';
export type { Post, Posted } from './posting.ts';
export { postComments } from './posting.ts';
export { discussionPage, discussionQuery, placeOf, storyDiscussion } from './reading.ts';
export { commentCounts } from './reading-store.ts';
export { sitePolicy } from './settings-store.ts';
export { readYear } from './reporting/transparency-pages.ts';
export { TransparencyView } from './reporting/transparency-page.tsx';
export { reportLines } from './reporting/transparency.ts';
export { reportingTranslator } from './reporting/words.ts';

export const feature: Feature = {
  name: 'comments',
  acts: commentActs,
  words: everyWord,
  api: commentsApi,
  routes: commentRoutes,
  pages: transparencyData,
  jobs: commentJobs,
  due: whatIsDue,
  accounts: { notices, ownPage: ownCommentsPath, give: giveOwn, takeAway: takeAwayWriter, errands: { show: showDraft, proven: sendDraft, forget: forgetDraft } },
  listeners: [
    { event: 'reader.renamed', hear: (house, { id }) => followName(house, String(id)) },
    { event: 'commenter.changed', hear: (house, { id, kind }) => house.act(commentsThemselves, (tools) => tellOfStanding(house, tools, { reader: String(id), kind: String(kind) })) },
  ],
};
