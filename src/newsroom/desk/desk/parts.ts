/** What the features bring to the desk, in the order of the navigation. */
import type { DeskEntry, DeskPart } from '../../../design/desk/part.ts';
import { agenciesDesk } from '../../agencies/desk/agencies.ts';
import { authorsDesk } from '../../authors/desk/authors.ts';
import { commentsDesk } from '../../comments/desk/comments.ts';
import { embedsDesk } from '../../embeds/desk/embeds.ts';
import { frontsDesk } from '../../fronts/desk/fronts.ts';
import { galleriesDesk } from '../../galleries/desk/galleries.ts';
import { pagesDesk } from '../../pages/desk/pages.ts';
import { picturesDesk } from '../../pictures/desk/pictures.ts';
import { publicationDesk } from '../../publication/desk/publication.ts';
import { sampleDesk } from '../../sample/desk/sample.ts';
import { sectionsDesk } from '../../sections/desk/sections.ts';
import { staffDesk } from '../../staff/desk/staff.ts';
import { storiesDesk } from '../../stories/desk/stories.ts';
import { topicsDesk } from '../../topics/desk/topics.ts';
import { videosDesk } from '../../videos/desk/videos.ts';

export const parts: readonly DeskPart[] = [
  storiesDesk, commentsDesk, frontsDesk, picturesDesk, videosDesk, galleriesDesk, pagesDesk, sectionsDesk, authorsDesk, topicsDesk, agenciesDesk, embedsDesk, publicationDesk, staffDesk, sampleDesk,
];

export const entries: readonly DeskEntry[] = parts.flatMap((part) => part.entries ?? []);
