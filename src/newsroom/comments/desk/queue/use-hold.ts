/** What I read is mine until I go on: the hold is taken, renewed and let go. */
import { useEffect, useState } from 'react';
import { ask, Problem } from '../../../../platform/browser/api.ts';
import { holdRenewedEvery } from '../../moderating/rules.ts';

/** Whether somebody else holds it; their hold is theirs, I may still look. */
export function useHold(id: string | null, waits: boolean): { readonly heldBy: string | null } {
  const [heldBy, setHeldBy] = useState<string | null>(null);
  useEffect(() => {
    setHeldBy(null);
    if (id === null || !waits) return undefined;
    let gone = false;
    const hold = () => void ask('PUT', `/comments/${id}/hold`).then(() => !gone && setHeldBy(null), (error: unknown) => {
      if (!gone && error instanceof Problem && error.facts.name === 'held-by-other') setHeldBy(error.message);
    });
    hold();
    const timer = setInterval(hold, holdRenewedEvery);
    return () => {
      gone = true;
      clearInterval(timer);
      void ask('DELETE', `/comments/${id}/hold`, { parting: true }).catch(() => undefined);
    };
  }, [id, waits]);
  return { heldBy };
}
