/** The frame of an ordinary view: its title, what can be done there, its content. */
import { useEffect } from 'react';
import type { ReactElement, ReactNode } from 'react';
import './view.css';

interface ViewProps {
  readonly title: string;
  readonly about?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly width?: 'text' | 'list' | 'whole';
}

export function View({ title, about, actions, children, width = 'list' }: ViewProps): ReactElement {
  useTitle(title);
  return (
    <div className={`view view-${width}`}>
      <header className="view-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          {about !== undefined && <p>{about}</p>}
        </div>
        {actions !== undefined && <div className="view-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** What the browser's tab and history say. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
