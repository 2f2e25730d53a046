/** Says to the newsroom that the story is open here, and learns who else has it open. */
import { useEffect, useState } from 'react';
import { ask } from '../../../../platform/browser/api.ts';
import { hear } from '../../../../platform/browser/events.ts';
import { tab } from '../../../../platform/browser/kept.ts';
import type { Named } from '../../told.ts';

const everySeconds = 15;

/** The others, each once; oneself in another tab counts too, by name. */
export function usePresence(id: string): readonly Named[] {
  const [others, setOthers] = useState<readonly Named[]>([]);
  useEffect(() => {
    let open = true;
    const say = async () => {
      const { present } = await ask<{ present: readonly (Named & { tab: string })[] }>('PUT', `/stories/${id}/presence`, { body: { tab } });
      const found = new Map(present.filter((one) => one.tab !== tab).map((one) => [one.id, { id: one.id, name: one.name }]));
      if (open) setOthers([...found.values()]);
    };
    const quietly = () => void say().catch(() => undefined);
    quietly();
    const timer = setInterval(quietly, everySeconds * 1_000);
    const deaf = ['story.entered', 'story.left'].map((event) => hear(event, ({ facts }) => facts['id'] === id && quietly()));
    const leave = () => void ask('DELETE', `/stories/${id}/presence/${tab}`, { parting: true }).catch(() => undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      open = false;
      window.removeEventListener('pagehide', leave);
      clearInterval(timer);
      for (const stop of deaf) stop();
      leave();
    };
  }, [id]);
  return others;
}
