import { elementOf } from './from-grammar.ts';
import { withField } from './with-field.ts';

export const pullquote = elementOf('pullquote', {
  addOptions: () => ({ say: (key: string) => key }),
  parseHTML: () => [{ tag: 'aside[data-pullquote]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', { ...HTMLAttributes, 'data-pullquote': '' }, 0],
  addNodeView() {
    return withField({ attribute: 'source', words: 'stories.body.source', tag: 'aside', className: 'el-pullquote', place: 'after' }, (this.options as { say: (key: string) => string }).say);
  },
});
