/** The places of a front, in order; the first is the lead. By drag, by buttons, by keyboard, each move said aloud. */
import { ActionIcon } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DragEvent, KeyboardEvent, ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { Empty } from '../../../design/desk/states.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { StateMark } from '../../stories/desk/lent.ts';
import type { StoryLine } from '../../stories/desk/lent.ts';
import type { Arrangement, Slot } from './arrangement.ts';
import { moveSlot, removeSlot } from './arrangement.ts';

interface SlotListProps {
  readonly arrangement: Arrangement;
  readonly filled: readonly StoryLine[];
  readonly onChange: (next: Arrangement, said: string) => void;
  readonly onDropStory: (story: StoryLine, at: number) => void;
}

export function SlotList({ arrangement, filled, onChange, onDropStory }: SlotListProps): ReactElement {
  const { t } = useWords();
  const [over, setOver] = useState<number | null>(null);
  const { slots } = arrangement;
  const name = (slot: Slot) => slot.story?.headline || t('stories.untitled');
  const move = (from: number, to: number) => {
    const slot = slots[from];
    if (slot === undefined || to < 0 || to >= slots.length) return;
    onChange(moveSlot(arrangement, from, to), t('fronts.moved', { headline: name(slot), place: to + 1, places: slots.length }));
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-slot="${slot.id}"]`)?.focus());
  };
  const drop = (event: DragEvent, at: number) => {
    event.preventDefault();
    setOver(null);
    const story = filled.find((one) => one.id === event.dataTransfer.getData('text/story'));
    const from = event.dataTransfer.getData('text/slot');
    if (story !== undefined) onDropStory(story, at);
    else if (from !== '') move(Number(from), at);
  };
  if (slots.length === 0) {
    return (
      <div onDragOver={(event) => event.preventDefault()} onDrop={(event) => drop(event, 0)}>
        <Empty title={t('fronts.none')} />
      </div>
    );
  }
  return (
    <ol className="front-slots">
      {slots.map((slot, at) => (
        <li key={slot.id} data-over={over === at || undefined} draggable onDragStart={(event) => event.dataTransfer.setData('text/slot', String(at))} onDragOver={(event) => (event.preventDefault(), setOver(at))} onDragLeave={() => setOver(null)} onDrop={(event) => drop(event, at)}>
          <SlotRow slot={slot} at={at} last={at === slots.length - 1} name={name(slot)} onMove={(to) => move(at, to)} onRemove={() => onChange(removeSlot(arrangement, at), t('fronts.removed', { headline: name(slot) }))} />
        </li>
      ))}
    </ol>
  );
}

interface SlotRowProps {
  readonly slot: Slot;
  readonly at: number;
  readonly last: boolean;
  readonly name: string;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

function SlotRow({ slot, at, last, name, onMove, onRemove }: SlotRowProps): ReactElement {
  const { t } = useWords();
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(at + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <div className="front-slot" data-lead={at === 0 || undefined} onKeyDown={keys}>
      <span className="front-grip" aria-hidden="true"><Icon name="grip" /></span>
      <div className="front-words">
        {at === 0 && <small>{t('fronts.lead')}</small>}
        <Link to={`/stories/${slot.id}`} data-slot={slot.id} lang={slot.story?.language}>{name}</Link>
        {slot.story !== null && slot.story.standing !== 'public' && <p className="front-hidden">{t('fronts.not-public')}</p>}
        {slot.story !== null && <StateMark story={slot.story} />}
      </div>
      {slot.story?.picture?.thumb != null && <img src={slot.story.picture.thumb} alt="" />}
      <div className="front-acts">
        <ActionIcon variant="subtle" color="gray" disabled={at === 0} aria-label={t('fronts.up', { headline: name })} onClick={() => onMove(at - 1)}><Icon name="up" /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" disabled={last} aria-label={t('fronts.down', { headline: name })} onClick={() => onMove(at + 1)}><Icon name="down" /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('fronts.remove', { headline: name })} onClick={onRemove}><Icon name="close" /></ActionIcon>
      </div>
    </div>
  );
}
