/** The gallery that somebody works at: every change is shown at once and saved soon after, one saving after the other. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask, Problem } from '../../../platform/browser/api.ts';
import type { Draft } from './draft.ts';
import { changesOf, putTogether } from './draft.ts';
import type { Gallery } from './types.ts';

/** Long enough for a word, short enough that nobody looks for a button. */
const saveAfter = 700;

export type Saving = 'saved' | 'saving' | 'unsaved' | Problem;

export interface Work {
  readonly draft: Draft;
  readonly saving: Saving;
  /** `soon`: typing goes on; `now`: something came in or went, which the program knows more of. */
  change(make: (now: Draft) => Partial<Draft>, save?: 'soon' | 'now'): void;
}

export function useDraft(gallery: Gallery): Work {
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => draftOf(gallery));
  const [saving, setSaving] = useState<Saving>('saved');
  const now = useRef(draft);
  const known = useRef(gallery);
  const running = useRef(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = (next: Draft) => {
    now.current = next;
    setDraft(next);
  };
  const learn = (next: Gallery) => {
    if (next.version <= known.current.version) return;
    show(putTogether(draftOf(known.current), now.current, draftOf(next)));
    known.current = next;
  };
  const save = useCallback(() => {
    clearTimeout(timer.current);
    running.current = running.current.then(async () => {
      const changes = sendable(changesOf(draftOf(known.current), now.current));
      if (Object.keys(changes).length === 0) return setSaving('saved');
      setSaving('saving');
      const sent = now.current;
      try {
        const saved = await ask<Gallery>('PATCH', `/galleries/${gallery.id}`, { body: changes, version: known.current.version });
        // As it was typed: what the program made tidier of it is not somebody's change, and nothing to be put under the cursor.
        if (known.current.version <= saved.version) known.current = asTyped(saved, sent);
        queries.setQueryData(['gallery', gallery.id], saved);
        setSaving(Object.keys(changesOf(sent, now.current)).length === 0 ? 'saved' : 'unsaved');
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (error.facts.status !== 412 || error.facts.current === undefined) return setSaving(error);
        learn(error.facts.current as Gallery);
        timer.current = setTimeout(save, 0);
      }
    });
  }, [gallery.id, queries]);
  // What others saved, and what is said of the pictures.
  useEffect(() => learn(gallery), [gallery]);
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => Object.keys(changesOf(draftOf(known.current), now.current)).length > 0 && event.preventDefault();
    window.addEventListener('online', save);
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('online', save);
      window.removeEventListener('beforeunload', leave);
      save();
    };
  }, [save]);
  return {
    draft, saving,
    change(make, when = 'soon') {
      show({ ...now.current, ...make(now.current) });
      setSaving('unsaved');
      clearTimeout(timer.current);
      timer.current = setTimeout(save, when === 'now' ? 0 : saveAfter);
    },
  };
}

function draftOf({ title, lead, language, pictures }: Gallery): Draft {
  return { title, lead, language, pictures: pictures.map(({ id, caption }) => ({ id, caption })) };
}

function asTyped(saved: Gallery, { title, lead, pictures }: Draft): Gallery {
  const caption = new Map(pictures.map((one) => [one.id, one.caption]));
  return { ...saved, title, lead, pictures: saved.pictures.map((one) => ({ ...one, caption: caption.get(one.id) ?? one.caption })) };
}

/** A gallery always has a title: while the field is empty, the one before stays. */
function sendable(changes: Partial<Draft>): Partial<Draft> {
  const { title, ...others } = changes;
  return title === undefined || title.trim() === '' ? others : changes;
}
