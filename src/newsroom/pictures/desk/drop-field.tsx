/** A place that takes files from a drop or from the clipboard; what they are decides the program by their content. */
import { useEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../../../design/desk/words.tsx';
import './drop-field.css';

interface DropFieldProps {
  readonly onFiles: (files: readonly File[]) => void;
  /** Takes them wherever in the window they are dropped or pasted, unless a place of its own takes them. */
  readonly everywhere?: true;
  readonly children: ReactNode;
}

export function DropField({ onFiles, everywhere, children }: DropFieldProps): ReactElement {
  const { t } = useWords();
  const field = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const taker = useRef(onFiles);
  taker.current = onFiles;
  useEffect(() => listen(everywhere === true ? window : field.current!, { over: setOver, take: (files) => taker.current(files) }), [everywhere]);
  return (
    <div ref={field} className="drop-field" data-over={over || undefined} data-everywhere={everywhere}>
      {children}
      {over && <p className="drop-field-here">{t('uploads.dropping')}</p>}
    </div>
  );
}

interface Told {
  over(is: boolean): void;
  take(files: readonly File[]): void;
}

/** Listens until the returned function is called. */
function listen(place: HTMLElement | Window, { over, take }: Told): () => void {
  const stop = new AbortController();
  const on = <Name extends 'dragover' | 'dragleave' | 'drop' | 'paste'>(name: Name, hear: (event: HTMLElementEventMap[Name]) => void) =>
    place.addEventListener(name, (event) => hear(event as HTMLElementEventMap[Name]), { signal: stop.signal });
  on('dragover', (event) => {
    // A place within this one has it.
    if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return over(false);
    event.preventDefault();
    over(true);
  });
  on('dragleave', (event) => {
    if (!(event.relatedTarget instanceof Node)) over(false);
    else if (place instanceof HTMLElement && !place.contains(event.relatedTarget)) over(false);
  });
  on('drop', (event) => {
    over(false);
    if (event.defaultPrevented || event.dataTransfer === null || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    void filesIn(event.dataTransfer).then((files) => files.length > 0 && take(files));
  });
  on('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    // From a word processor comes text with a picture of it: the text is meant.
    if (event.defaultPrevented || files.length === 0 || event.clipboardData?.types.includes('text/plain') === true) return;
    event.preventDefault();
    take(files);
  });
  return () => stop.abort();
}

/** Every file that was dropped, those in dropped folders too; what a system hides in folders is left there. */
async function filesIn(data: DataTransfer): Promise<File[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const plain = [...data.files];
  if (!entries.some((entry) => entry.isDirectory)) return plain;
  return (await Promise.all(entries.map(filesOf))).flat();
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.name.startsWith('.')) return [];
  if (entry.isFile) return new Promise((resolve) => (entry as FileSystemFileEntry).file((file) => resolve([file]), () => resolve([])));
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  // It answers a hundred at a time, and nothing when there are no more.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return found;
    for (const one of some) found.push(...(await filesOf(one)));
  }
}
