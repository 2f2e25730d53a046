/** The focus is never lost: where the button that had it went away with its comment, the next comment has it. */
import { useEffect, useRef } from 'react';

/** `place`: changes whenever what stands in the reading place does. */
export function useKeptFocus(place: string): void {
  const inside = useRef(false);
  useEffect(() => {
    const note = (event: FocusEvent) => (inside.current = (event.target as Element).closest('.reading, .many, .undo-bar') !== null);
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useEffect(() => {
    const reading = document.querySelector<HTMLElement>('.reading');
    // A long comment was read to its end: the next one begins at its beginning.
    if (reading !== null && reading.getBoundingClientRect().top < 0) reading.scrollIntoView({ block: 'start' });
    if (inside.current && document.activeElement === document.body) reading?.focus({ preventScroll: true });
  }, [place]);
}
