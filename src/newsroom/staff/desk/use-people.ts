import { useQuery } from '@tanstack/react-query';
import type { Listed } from '../../../platform/browser/api.ts';
import { read } from '../../../platform/browser/api.ts';
import type { Role } from '../roles.ts';

export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly language: string;
  readonly standing: 'invited' | 'active' | 'suspended' | 'name-only';
  readonly invitedAt: string;
  readonly joinedAt: string | null;
  readonly suspendedAt: string | null;
}

export const peopleQuery = { queryKey: ['staff'], queryFn: async () => (await read<Listed<PersonFacts>>('/staff')).items, staleTime: 60_000 };

export function usePeople(): readonly PersonFacts[] {
  return useQuery(peopleQuery).data ?? [];
}
