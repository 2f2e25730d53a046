/**
 * The plan of the newsroom: every feature, in order of dependence. A feature uses only features above it.
 * Staff stands first because every door names the roles that may.
 */
import type { Feature } from './platform/feature.ts';
import { feature as staff } from './newsroom/staff/staff.ts';
import { feature as uploads } from './newsroom/uploads/uploads.ts';
import { feature as publication } from './newsroom/publication/publication.ts';
import { feature as sections } from './newsroom/sections/sections.ts';
import { feature as agencies } from './newsroom/agencies/agencies.ts';
import { feature as pictures } from './newsroom/pictures/pictures.ts';
import { feature as galleries } from './newsroom/galleries/galleries.ts';
import { feature as videos } from './newsroom/videos/videos.ts';
import { feature as embeds } from './newsroom/embeds/embeds.ts';
import { feature as authors } from './newsroom/authors/authors.ts';
import { feature as topics } from './newsroom/topics/topics.ts';
import { feature as stories } from './newsroom/stories/stories.ts';
import { feature as pages } from './newsroom/pages/pages.ts';
import { feature as fronts } from './newsroom/fronts/fronts.ts';
import { feature as readers } from './newsroom/readers/readers.ts';
import { feature as comments } from './newsroom/comments/comments.ts';
import { feature as sample } from './newsroom/sample/sample.ts';
import { feature as reach } from './newsroom/reach/reach.ts';
import { feature as site } from './newsroom/site/site.ts';
import { feature as desk } from './newsroom/desk/desk.ts';

export const newsroom: readonly Feature[] = [
  staff,
  uploads,
  publication,
  sections,
  agencies,
  pictures,
  galleries,
  videos,
  embeds,
  authors,
  topics,
  stories,
  pages,
  fronts,
  readers,
  comments,
  sample,
  reach,
  site,
  desk,
];
