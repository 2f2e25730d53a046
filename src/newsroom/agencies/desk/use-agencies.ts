import { useQuery } from '@tanstack/react-query';
import type { Listed } from '../../../platform/browser/api.ts';
import { read } from '../../../platform/browser/api.ts';
import type { Agency } from '../agency.ts';

/** As the API tells it. */
export type AgencyFacts = Omit<Agency, 'createdAt'>;

export function useAgencies(): readonly AgencyFacts[] {
  return useQuery({ queryKey: ['agencies'], queryFn: async () => (await read<Listed<AgencyFacts>>('/agencies')).items, staleTime: 60_000 }).data ?? [];
}
