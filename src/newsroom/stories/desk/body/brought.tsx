/** Elements that features bring, as nodes of the editor: the grammar's rules, and the feature's own component in the text. */
import type { AnyExtension } from '@tiptap/core';
import type { ReactNodeViewProps } from '@tiptap/react';
import { NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react';
import type { ComponentType, ReactElement } from 'react';
import type { DeskElement, ElementViewProps } from '../elements/element.ts';
import { elementOf } from './from-grammar.ts';

export function broughtNode({ name, View }: Pick<DeskElement, 'name' | 'View'>): AnyExtension {
  const tag = `data-${name}`;
  return elementOf(name, {
    draggable: true,
    parseHTML: () => [{ tag: `div[${tag}]`, getAttrs: (element) => JSON.parse(element.getAttribute(tag) ?? '{}') as Record<string, unknown> }],
    renderHTML: ({ node }) => ['div', { [tag]: JSON.stringify(node.attrs) }],
    addNodeView: () => ReactNodeViewRenderer(viewOf(View), { stopEvent: ({ event }) => !/^(drag|drop)/u.test(event.type) }),
  });
}

function viewOf(View: ComponentType<ElementViewProps>): ComponentType<ReactNodeViewProps> {
  return function Brought({ node, editor, updateAttributes, deleteNode, selected }: ReactNodeViewProps): ReactElement {
    return (
      <NodeViewWrapper className="el-brought" data-selected={selected || undefined} data-thing={`${node.type.name}:${String(node.attrs['id'])}`}>
        <View attributes={node.attrs} editable={editor.isEditable} onChange={updateAttributes} onRemove={deleteNode} />
      </NodeViewWrapper>
    );
  };
}
