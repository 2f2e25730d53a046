import { useQuery } from '@tanstack/react-query';
import type { Listed } from '../../../platform/browser/api.ts';
import { read } from '../../../platform/browser/api.ts';

export interface AgencyFacts {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly credit: string;
  readonly about: string;
  readonly url: string | null;
  readonly version: number;
}

export function useAgencies(): readonly AgencyFacts[] {
  return useQuery({ queryKey: ['agencies'], queryFn: async () => (await read<Listed<AgencyFacts>>('/agencies')).items, staleTime: 60_000 }).data ?? [];
}
