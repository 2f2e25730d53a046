/** Who works at this desk, and what they may do. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { ask, read } from '../../../platform/browser/api.ts';
import type { Role } from '../roles.ts';

export interface Me {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: string | null;
  /** Names of the acts that this person's role may do. */
  readonly acts: readonly string[];
}

const Context = createContext<Me | null>(null);

export const meQuery = { queryKey: ['me'], queryFn: () => read<Me>('/me'), staleTime: 5 * 60_000 };

/** Gives everything below it the person; `children` wait until the program has said who it is. */
export function MeProvider({ waiting, trouble, children }: { readonly waiting: ReactNode; readonly trouble: (error: unknown, again: () => void) => ReactNode; readonly children: (me: Me) => ReactNode }): ReactElement {
  const { data, error, refetch } = useQuery(meQuery);
  if (data === undefined) return <>{error === null ? waiting : trouble(error, () => void refetch())}</>;
  return <Context value={data}>{children(data)}</Context>;
}

export function useMe(): Me {
  const me = useContext(Context);
  if (me === null) throw new Error('asked who works outside of MeProvider');
  return me;
}

/** May this person do it at all? Whether it can be done now to one thing, the thing itself says. */
export function useMay(): (act: string) => boolean {
  const { acts } = useMe();
  return (act) => acts.includes(act);
}

export function useChangeMe(): (change: { readonly name?: string; readonly language?: string }) => Promise<void> {
  const queries = useQueryClient();
  return async (change) => {
    await ask('PATCH', '/me', { body: change });
    await queries.invalidateQueries({ queryKey: ['me'] });
  };
}
