/** The tree of sections, for everything in the desk that stands in one. */
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../design/desk/words.tsx';
import type { Listed } from '../../../platform/browser/api.ts';
import { read } from '../../../platform/browser/api.ts';
import { sectionName } from '../section.ts';

export interface SectionFacts {
  readonly id: string;
  readonly path: string;
  readonly names: Readonly<Record<string, string>>;
  readonly language: string;
  readonly parent: string | null;
  readonly position: number;
  readonly defaults: { readonly label?: 'opinion' | 'analysis' | 'sponsored' };
  readonly version: number;
  readonly stories: number;
}

export const sectionsQuery = { queryKey: ['sections'], queryFn: async () => (await read<Listed<SectionFacts>>('/sections')).items, staleTime: 60_000 };

export function useSections(): readonly SectionFacts[] {
  return useQuery(sectionsQuery).data ?? [];
}

/** For fields that choose: parents first, children by their whole way. */
export function useSectionOptions(): { value: string; label: string }[] {
  const { language } = useWords();
  const sections = useSections();
  const name = (section: SectionFacts): string => {
    const parent = sections.find((one) => one.id === section.parent);
    return parent === undefined ? sectionName(section, language) : `${name(parent)} › ${sectionName(section, language)}`;
  };
  return sections.map((section) => ({ value: section.id, label: name(section) }));
}
