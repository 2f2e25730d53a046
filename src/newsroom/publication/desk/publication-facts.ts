/** What every view needs to know of the publication: its name, languages and time zone. */
import { useQuery } from '@tanstack/react-query';
import type { Place } from '../../../design/desk/times.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { read } from '../../../platform/browser/api.ts';

export interface PublicationFacts {
  readonly name: string;
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly version: number;
}

export const publicationQuery = { queryKey: ['publication'], queryFn: () => read<PublicationFacts>('/publication'), staleTime: 5 * 60_000 };

const unknown: PublicationFacts = { name: 'Broadsheet', languages: ['de'], timeZone: 'Europe/Zurich', version: 0 };

export function usePublication(): PublicationFacts {
  return useQuery(publicationQuery).data ?? unknown;
}

/** Where and in which language the desk writes its times. */
export function usePlace(): Place {
  const { locale } = useWords();
  return { locale, zone: usePublication().timeZone };
}
