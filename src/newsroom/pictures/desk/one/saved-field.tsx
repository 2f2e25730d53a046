/** Fields that save themselves when they are left, and follow what others write while nobody types. */
import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';

interface SavedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSave: (value: string) => void;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly lines?: true;
  readonly readOnly?: boolean;
  readonly type?: 'text' | 'date' | 'number';
}

export function SavedField({ label, value, onSave, description, error, lines, readOnly = false, type = 'text' }: SavedFieldProps): ReactElement {
  const [text, setText] = useState(value);
  const typed = useRef({ text, value, onSave });
  const followed = useRef(value);
  typed.current = { text, value, onSave };
  useEffect(() => {
    // What somebody is typing stays; what others wrote shows as soon as nobody does.
    if (typed.current.text === followed.current) setText(value);
    followed.current = value;
  }, [value]);
  const save = () => {
    const now = typed.current;
    if (now.text !== now.value) now.onSave(now.text);
  };
  // Closing the view leaves the field too.
  useEffect(() => save, []);
  const props = { label, description, error, readOnly, value: text, onBlur: save, onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value) };
  return lines === true ? <Textarea autosize minRows={2} {...props} /> : <TextInput type={type} {...props} />;
}
