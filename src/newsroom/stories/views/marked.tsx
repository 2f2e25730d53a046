import type { ReactNode } from 'react';
import type { DocumentJson } from '../grammar.ts';
import { isSafeHref } from '../grammar.ts';

/** Text with its marks, the link outermost. */
export function Marked({ node, paid }: { readonly node: DocumentJson; readonly paid: boolean }): ReactNode {
  let marked: ReactNode = node.text ?? '';
  for (const { type, attrs } of (node.marks ?? []).toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type))) {
    const href = attrs?.['href'];
    if (type === 'emphasis') marked = <em>{marked}</em>;
    if (type === 'strong') marked = <strong>{marked}</strong>;
    if (type === 'link' && typeof href === 'string' && isSafeHref(href)) {
      marked = (
        <a href={href} rel={paid && /^https?:/iu.test(href) ? 'sponsored nofollow' : undefined}>
          {marked}
        </a>
      );
    }
  }
  return marked;
}

const order = ['emphasis', 'strong', 'link'];
