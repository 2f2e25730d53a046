/** Where a story stands: `/<section path>/<slug>-<id>`. The id decides alone; any other spelling leads there. */
import type { StoryContent } from './story.ts';
import { slugify } from '../../platform/text/slug.ts';
import { idPattern } from '../../platform/text/id-form.ts';

/** The editor's slug, else one made from the headline. */
export function slugOf(content: Pick<StoryContent, 'slug' | 'headline' | 'teaserTitle' | 'language'>): string {
  const words = content.slug.trim() || content.headline;
  return slugify(words, content.language, 'text');
}

export function storyPath(sectionPath: string, slug: string, id: string): string {
  return `/${sectionPath}/${slug}-${id}`;
}

/** The id at the end of a path, or null where it cannot be a story's. */
export function idInPath(path: string): string | null {
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  const id = last.slice(-8);
  return idPattern.test(id) && (last.length === 8 || last.at(-9) === '-') ? id : null;
}
