/** A plain list of things in rows, with what can be done to each at its end. */
import type { ReactElement, ReactNode } from 'react';
import './rows.css';

export function Rows({ children, label }: { readonly children: ReactNode; readonly label: string }): ReactElement {
  return (
    <ul className="rows" aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  readonly title: ReactNode;
  readonly about?: ReactNode;
  readonly depth?: number;
  readonly children?: ReactNode;
}

export function Row({ title, about, depth = 0, children }: RowProps): ReactElement {
  return (
    <li className="row" style={{ paddingInlineStart: `${depth * 1.75}rem` }}>
      <div className="row-words">
        <div className="row-title">{title}</div>
        {about !== undefined && <div className="row-about">{about}</div>}
      </div>
      {children !== undefined && <div className="row-acts">{children}</div>}
    </li>
  );
}
