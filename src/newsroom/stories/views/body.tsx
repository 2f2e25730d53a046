/** The body of a story as HTML: one function per element of the grammar. What the grammar does not know is left out. */
import type { ReactElement, ReactNode } from 'react';
import { Fragment } from 'react';
import type { Sheet } from '../../../design/sheet.tsx';
import { Style } from '../../../design/sheet.tsx';
import { quote } from '../../../design/type.ts';
import type { DocumentJson } from '../grammar.ts';
import { bodySheet, dividerSheet, infoboxSheet, listSheet, pullquoteSheet, quotationSheet } from './body-sheets.ts';
import { noThings } from '../elements/elements.ts';
import { elementViews } from '../elements/views.tsx';
import type { BodyElement, BodyValues } from './element.ts';
import { Figure } from './figure.tsx';
import { Marked } from './marked.tsx';
import { Table } from './table.tsx';

export function Body(values: BodyValues): ReactElement {
  const { things = noThings } = values;
  const seen = new Map<string, number>();
  const render = (node: DocumentJson): ReactNode => {
    if (node.type === 'text') return <Marked node={node} paid={values.paid === true} />;
    const children = node.content?.map((child, i) => <Fragment key={i}>{render(child)}</Fragment>);
    const nth = seen.get(node.type) ?? 0;
    seen.set(node.type, nth + 1);
    return known[node.type]?.({ ...values, things, node, inside: children, nth }) ?? null;
  };
  return (
    <div className="body">
      <Style of={bodySheet} />
      {render(values.body)}
    </div>
  );
}

const elements: Readonly<Record<string, BodyElement>> = {
  doc: ({ inside }) => inside,
  paragraph: ({ inside }) => <p>{inside}</p>,
  subhead: ({ inside }) => <h2>{inside}</h2>,
  bulletList: ({ inside }) => styled(listSheet, <ul>{inside}</ul>),
  orderedList: ({ inside }) => styled(listSheet, <ol>{inside}</ol>),
  listItem: ({ node, inside }) => <li>{only(node, 'paragraph') ?? inside}</li>,
  quotation: ({ node, inside }) => styled(quotationSheet, <Quotation source={text(node, 'source')}>{inside}</Quotation>),
  pullquote: ({ node, inside, reading }) => styled(pullquoteSheet, <Pullquote node={node} language={reading.writing.language}>{inside}</Pullquote>),
  table: (values) => <Table {...values} />,
  // Rows and cells are the table's own work: alignment needs whole columns.
  tableRow: () => null,
  infobox: ({ node, inside }) => styled(infoboxSheet, <Infobox title={text(node, 'title')}>{inside}</Infobox>),
  picture: ({ node, pictures, reading }) => {
    const picture = pictures.get(text(node, 'id'));
    return picture === undefined ? null : <Figure picture={picture} caption={text(node, 'caption')} reading={reading} sizes={bodySizes} />;
  },
  divider: () => styled(dividerSheet, <hr />),
};

const known: Readonly<Record<string, BodyElement>> = { ...elements, ...elementViews };

/** A picture in the text is as wide as the column. */
const bodySizes = '(min-width:48rem) 42rem, 100vw';

function Quotation({ source, children }: { readonly source: string; readonly children: ReactNode }): ReactElement {
  return (
    <figure className="quotation">
      <blockquote>{children}</blockquote>
      {source === '' ? null : <figcaption>{source}</figcaption>}
    </figure>
  );
}

/** A sentence of the story, lifted out. With a source it is what somebody said and stands in quotation marks. */
function Pullquote({ node, language, children }: { readonly node: DocumentJson; readonly language: 'de' | 'fr' | 'it' | 'en'; readonly children: ReactNode }): ReactElement {
  const source = text(node, 'source');
  const words = (node.content ?? []).map((leaf) => leaf.text ?? '').join('');
  const quoted = /^["«“„‹]/u.test(words) || source === '' ? children : quote(words, language);
  return (
    <figure className="pullquote">
      <blockquote>
        <p>{quoted}</p>
      </blockquote>
      {source === '' ? null : <figcaption>{source}</figcaption>}
    </figure>
  );
}

function Infobox({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <aside className="infobox">
      {title === '' ? null : <h2>{title}</h2>}
      {children}
    </aside>
  );
}

/** An item of one paragraph needs no paragraph of its own. */
function only(node: DocumentJson, type: string): ReactNode {
  const [child, ...others] = node.content ?? [];
  if (child?.type !== type || others.length > 0) return null;
  return (child.content ?? []).map((leaf, i) => <Marked key={i} node={leaf} paid={false} />);
}

function styled(sheet: Sheet, element: ReactElement): ReactElement {
  return (
    <>
      <Style of={sheet} />
      {element}
    </>
  );
}

function text(node: DocumentJson, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' ? value : '';
}
