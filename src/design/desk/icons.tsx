/** The few signs that the desk uses, drawn on a grid of 20 with one stroke. Never alone: a name stands beside or in a label. */
import type { ReactElement } from 'react';

const paths = {
  comments: 'M3 4h14v10H9l-4 3v-3H3zM6.5 7.5h7M6.5 10.5h4',
  today: 'M4 4h12v12H4zM4 8h12M8 11h5M8 13.5h3',
  front: 'M3 4h14v12H3zM3 8h14M10 8v8M5 6h3M12.5 11h2.5M12.5 13.5h2.5',
  pictures: 'M3 4h14v12H3zM3 14l4.5-4.5 3 3L13 10l4 4M13.5 7.5h.01',
  gallery: 'M2 6h9v9H2zM13.5 5v11M16 6v9M2 13l3-3 2.5 2.5L9 11l2 2',
  video: 'M3 5h10v10H3zM13 9l4-2.5v7L13 11',
  embed: 'M3 4h14v12H3zM7.5 8L5.5 10l2 2M12.5 8l2 2-2 2M10.7 7.5l-1.4 5',
  sections: 'M4 4h5v4H4zM11 8h5v4h-5zM11 13.5h5v3h-5zM6.5 8v7h4.5M6.5 10h4.5',
  agencies: 'M4 16V8l6-4 6 4v8M4 16h12M8 16v-4h4v4',
  people: 'M7.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 16c0-3 2-4.5 4.5-4.5S12 13 12 16M13 5a2.3 2.3 0 0 1 0 4.5M14 11.7c2 .3 3 1.8 3 4.3',
  topics: 'M3.5 4h6l7 7-5.5 5.5-7.5-7.5zM7 7.5h.01',
  pages: 'M5 3h7l3 3v11H5zM12 3v3h3M7.5 9h5M7.5 11.5h5M7.5 14h3',
  publication: 'M4 4h12v12H4zM7 8h6M7 12h6',
  staff: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 17c0-3.5 2.5-5.5 6-5.5s6 2 6 5.5',
  key: 'M8 12.5a3.5 3.5 0 1 1 2.8-5.5H17v3h-2v2h-3v-2h-.700A3.5 3.5 0 0 1 8 12.5zM7.5 9h.01',
  log: 'M5 5h.01M8 5h8M5 10h.01M8 10h8M5 15h.01M8 15h8',
  mail: 'M3 5h14v10H3zM3 5.5l7 5.5 7-5.5',
  search: 'M9 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM12.7 12.7L17 17',
  plus: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4 10.5l4 4 8-9',
  up: 'M10 16V4M5 9l5-5 5 5',
  down: 'M10 4v12M5 11l5 5 5-5',
  left: 'M16 10H4M9 5l-5 5 5 5',
  right: 'M4 10h12M11 5l5 5-5 5',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  panel: 'M3 4h14v12H3zM12 4v12',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  link: 'M8.5 11.5l3-3M7 9l-2 2a2.8 2.8 0 0 0 4 4l2-2M13 11l2-2a2.8 2.8 0 0 0-4-4L9 7',
  bold: 'M6 4h4.5a3 3 0 0 1 0 6H6zM6 10h5.5a3 3 0 0 1 0 6H6z',
  italic: 'M9 4h5M6 16h5M12 4l-4 12',
  subhead: 'M4 5v10M11 5v10M4 10h7M14 11l2-1.5V15',
  list: 'M4 5.5h.01M8 5.5h9M4 10h.01M8 10h9M4 14.5h.01M8 14.5h9',
  numbers: 'M3.5 4.5L5 4v4M3.5 12h2L3.5 15h2M9 6h8M9 14h8',
  quote: 'M9 6.5C6.5 7.5 5 9.5 5 13h3.5v-3.5H6.5M16 6.5c-2.5 1-4 3-4 6.5h3.5v-3.5h-2',
  pull: 'M4 4h12M4 16h12M6 8h8M6 12h8',
  box: 'M3 4h14v12H3zM6 7.5h5M6 10.5h8M6 13h6',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M8 4v12M12.5 4v12',
  divider: 'M3 10h14M8 6h4M8 14h4',
  undo: 'M7 5L3.5 8.5 7 12M4 8.5h7.5a4 4 0 0 1 0 8H8',
  redo: 'M13 5l3.5 3.5L13 12M16 8.5H8.5a4 4 0 0 0 0 8H12',
  grip: 'M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01',
  bin: 'M4 6h12M8 6V4h4v2M5.5 6l.7 11h7.6l.7-11',
  upload: 'M10 13V4M6 8l4-4 4 4M4 13v3h12v-3',
  moon: 'M15.5 12A6.5 6.5 0 0 1 8 4.5 6.5 6.5 0 1 0 15.5 12z',
  sun: 'M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M15.3 4.7l-1.4 1.4M6.1 13.9l-1.4 1.4',
  auto: 'M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l3 2',
  warn: 'M10 3.5L18 16.5H2zM10 8.5v4M10 14.5h.01',
  out: 'M11 4h5v12h-5M3 10h9M6 7l-3 3 3 3',
  versions: 'M4 10a6 6 0 1 1 2 4.5M4 15v-3.5h3.5M10 7v3.5l2.5 1.5',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
