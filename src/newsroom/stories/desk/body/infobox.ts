import { elementOf } from './from-grammar.ts';
import { withField } from './with-field.ts';

export const infobox = elementOf('infobox', {
  addOptions: () => ({ say: (key: string) => key }),
  parseHTML: () => [{ tag: 'aside[data-infobox]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', { ...HTMLAttributes, 'data-infobox': '' }, 0],
  addNodeView() {
    return withField({ attribute: 'title', words: 'stories.body.box-title', tag: 'aside', className: 'el-infobox', place: 'before' }, (this.options as { say: (key: string) => string }).say);
  },
});
