/** Kicker, headline, lead: written in place, in the type of the page, growing with their text. */
import { useId, useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { typographic } from '../body/typography.ts';
import { FieldConflicts } from './field-conflicts.tsx';
import { useCopy, useOpen } from './use-working-copy.ts';

interface TitleFieldProps {
  readonly field: 'kicker' | 'headline' | 'lead';
  readonly editable: boolean;
  /** A length in characters that works in lists and searches; beyond it the meter says so. */
  readonly meter?: number;
  readonly onEnter: () => void;
}

export function TitleField({ field, editable, meter, onEnter }: TitleFieldProps): ReactElement {
  const { t } = useWords();
  const copy = useCopy();
  const value = useOpen((open) => open.content[field]);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useGrowing(area, value);
  const change = (element: HTMLTextAreaElement, typed: boolean) => copy.change({ [field]: typed ? withSigns(element, copy.snapshot().content.language) : element.value.replaceAll('\n', ' ') });
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  const length = [...value].length;
  return (
    <div className={`title title-${field}`} id={`field-${field}`}>
      <textarea ref={area} rows={1} value={value} readOnly={!editable} spellCheck aria-label={t(`stories.field.${field}`)} aria-describedby={meter === undefined ? undefined : id} placeholder={t(`stories.placeholder.${field}`)} onKeyDown={key} onChange={(event) => change(event.currentTarget, (event.nativeEvent as InputEvent).inputType === 'insertText')} />
      {meter !== undefined && (
        <span className="title-meter" id={id} data-long={length > meter || undefined}>
          {length === 0 ? '' : t(length > meter ? 'stories.meter.long' : 'stories.meter', { length, most: meter })}
        </span>
      )}
      <FieldConflicts field={field} />
    </div>
  );
}

/** The text with what was just typed made typographic, and the cursor after it. */
function withSigns(element: HTMLTextAreaElement, language: string): string {
  const at = element.selectionStart;
  const found = typographic(element.value.slice(0, at), language);
  if (found === null) return element.value;
  // Through the browser's own editing, so that undo brings back what was typed.
  element.setSelectionRange(at - found.take, at);
  document.execCommand('insertText', false, found.put);
  return element.value;
}

function useGrowing(area: { readonly current: HTMLTextAreaElement | null }, value: string): void {
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [area, value]);
}
