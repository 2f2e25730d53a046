/** A table of a story: its own scroll region on narrow screens, columns of figures set to the right. */
import type { ReactElement, ReactNode } from 'react';
import { sheet, Style } from '../../../design/sheet.tsx';
import type { DocumentJson } from '../grammar.ts';
import type { ElementValues } from './element.ts';
import { Marked } from './marked.tsx';

export function Table({ node, reading, paid = false }: ElementValues): ReactElement {
  const rows = node.content ?? [];
  const headed = rows[0]?.content?.every(({ type }) => type === 'tableHeader') === true;
  const figures = columnsOfFigures(headed ? rows.slice(1) : rows);
  const cells = (row: DocumentJson, inHead: boolean) =>
    (row.content ?? []).map((cell, i) => <Cell key={i} cell={cell} paid={paid} figures={figures.has(i)} inHead={inHead} />);
  return (
    <div className="table" role="region" tabIndex={0} aria-label={reading.t('table')}>
      <Style of={tableSheet} />
      <table>
        {headed && rows[0] !== undefined ? (
          <thead>
            <tr>{cells(rows[0], true)}</tr>
          </thead>
        ) : null}
        <tbody>
          {(headed ? rows.slice(1) : rows).map((row, i) => (
            <tr key={i}>{cells(row, false)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellValues {
  readonly cell: DocumentJson;
  readonly figures: boolean;
  readonly inHead: boolean;
  readonly paid: boolean;
}

function Cell({ cell, figures, inHead, paid }: CellValues): ReactElement {
  const content = (cell.content ?? []).flatMap((paragraph, i): ReactNode[] => {
    const leaves = (paragraph.content ?? []).map((leaf, j) => <Marked key={`${i}-${j}`} node={leaf} paid={paid} />);
    return i === 0 ? leaves : [<br key={i} />, ...leaves];
  });
  const attributes = { className: figures ? 'figures' : undefined, colSpan: span(cell, 'colspan'), rowSpan: span(cell, 'rowspan') };
  // A header without words would be read out as nothing.
  if (cell.type !== 'tableHeader' || plain(cell) === '') return <td {...attributes}>{content}</td>;
  return (
    <th {...attributes} scope={inHead ? 'col' : 'row'}>
      {content}
    </th>
  );
}

function span(cell: DocumentJson, name: 'colspan' | 'rowspan'): number | undefined {
  const value = cell.attrs?.[name];
  return typeof value === 'number' && value > 1 ? value : undefined;
}

/** The columns, the first aside, in which every filled cell begins with a figure. */
function columnsOfFigures(rows: readonly DocumentJson[]): ReadonlySet<number> {
  const width = Math.max(0, ...rows.map((row) => row.content?.length ?? 0));
  const columns = Array.from({ length: width }, (_, i) => i).slice(1);
  return new Set(
    columns.filter((column) => {
      const texts = rows.map((row) => plain(row.content?.[column])).filter((one) => one !== '');
      return texts.length > 0 && texts.every((one) => /^[+\-−–±<>≈~]?\s?(?:CHF|Fr\.|[$€£])?\s?\d/u.test(one));
    }),
  );
}

function plain(node: DocumentJson | undefined): string {
  return node === undefined ? '' : (node.text ?? (node.content ?? []).map(plain).join('')).trim();
}

const tableSheet = sheet(
  'table',
  `
  .table { margin-block: 2rem; overflow-x: auto; border-block: 1px solid var(--ink); border-top-width: 3px }
  .table table { width: 100%; border-collapse: collapse; font: .9375rem/1.35 var(--sans); font-variant-numeric: lining-nums tabular-nums }
  .table th, .table td { padding: .6rem 1.25rem .6rem 0; text-align: left; vertical-align: top }
  .table tr + tr, .table tbody { border-top: 1px solid var(--line) }
  .table th { font-weight: 600 }
  .table thead th { vertical-align: bottom }
  .table .figures { text-align: right; white-space: nowrap }
  .table :is(th, td):last-child { padding-right: 0 }
  `,
);
