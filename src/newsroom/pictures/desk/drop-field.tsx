/** A place that takes picture files from a drop or from the clipboard. */
import { useState } from 'react';
import type { ClipboardEvent, DragEvent, ReactElement, ReactNode } from 'react';
import './pictures.css';

interface DropFieldProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

export function DropField({ onFiles, children }: DropFieldProps): ReactElement {
  const [over, setOver] = useState(false);
  const take = (list: FileList, event: DragEvent | ClipboardEvent) => {
    const files = [...list].filter((file) => file.type.startsWith('image/'));
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  };
  return (
    <div
      className="drop-field"
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        take(event.dataTransfer.files, event);
      }}
      onPaste={(event) => take(event.clipboardData.files, event)}
    >
      {children}
    </div>
  );
}
