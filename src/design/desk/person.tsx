/** Somebody of the newsroom, in two letters. The colour follows the name, so that it is the same in every list. */
import { Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import './person.css';

export interface Person {
  readonly id: string;
  readonly name: string;
}

export function PersonMark({ person, label = person.name }: { readonly person: Person; readonly label?: string }): ReactElement {
  return (
    <Tooltip label={label}>
      <span className="person" data-hue={hueOf(person.name)} role="img" aria-label={label}>
        {initials(person.name)}
      </span>
    </Tooltip>
  );
}

export function PersonMarks({ people, label }: { readonly people: readonly Person[]; readonly label: (name: string) => string }): ReactElement | null {
  if (people.length === 0) return null;
  return (
    <span className="persons">
      {people.slice(0, 4).map((person) => (
        <PersonMark key={person.id} person={person} label={label(person.name)} />
      ))}
      {people.length > 4 && <span className="person">+{people.length - 4}</span>}
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toLocaleUpperCase();
}

function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)!) % 997;
  return sum % 6;
}
