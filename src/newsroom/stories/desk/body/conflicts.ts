/**
 * Where two people changed the same words: mine stay in the text, theirs stand beside them with a choice, and nobody
 * has to stop writing. A conflict moves with its blocks and lives until somebody chooses.
 */
import { Extension } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { DOMSerializer, Fragment } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { EditorView } from '@tiptap/pm/view';
import type { BlockConflict } from '../../merge.ts';
import { fromElsewhere } from './replace-quietly.ts';

interface Standing {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  readonly theirs: readonly DocumentNode[];
}

type Meta = { readonly add: readonly BlockConflict[] } | { readonly settle: number };
export type Choice = 'mine' | 'theirs' | 'both';

export const conflictsKey = new PluginKey<readonly Standing[]>('conflicts');
let lastId = 0;

export interface ConflictsOptions {
  say(key: string): string;
  onCount(count: number): void;
}

export const conflicts = Extension.create<ConflictsOptions>({
  name: 'conflicts',
  addOptions: () => ({ say: (key) => key, onCount: () => undefined }),
  addProseMirrorPlugins() {
    const { say, onCount } = this.options;
    return [
      new Plugin<readonly Standing[]>({
        key: conflictsKey,
        state: { init: () => [], apply: (...[tr, standing, , state]) => next(tr, standing, state) },
        props: { decorations: (state) => decorate(state, say) },
        view: () => ({
          update(view, before) {
            const [now, then] = [conflictsKey.getState(view.state), conflictsKey.getState(before)];
            if (now?.length !== then?.length) onCount(now?.length ?? 0);
          },
        }),
      }),
    ];
  },
});

/** Says where conflicts stand in the document that this transaction makes. */
export function addConflicts(tr: Transaction, add: readonly BlockConflict[]): Transaction {
  return tr.setMeta(conflictsKey, { add } satisfies Meta);
}

function next(tr: Transaction, standing: readonly Standing[], state: EditorState): readonly Standing[] {
  const meta = tr.getMeta(conflictsKey) as Meta | undefined;
  const moved = tr.docChanged ? standing.map((one) => ({ ...one, from: tr.mapping.map(one.from, -1), to: tr.mapping.map(one.to, 1) })) : standing;
  if (meta === undefined) return moved;
  if ('settle' in meta) return moved.filter((one) => one.id !== meta.settle);
  const added = meta.add.map((conflict) => place(conflict, tr.doc, state));
  return [...moved.filter((old) => !added.some((one) => one.from < old.to && old.from < one.to)), ...added];
}

function place({ at, length, theirs }: BlockConflict, doc: DocumentNode, state: EditorState): Standing {
  const start = (index: number) => doc.children.slice(0, index).reduce((sum, child) => sum + child.nodeSize, 0);
  return { id: ++lastId, from: start(at), to: start(at + length), theirs: theirs.map((json) => state.schema.nodeFromJSON(json)) };
}

function decorate(state: EditorState, say: (key: string) => string): DecorationSet {
  const standing = conflictsKey.getState(state) ?? [];
  const decorations = standing.flatMap((one) => {
    const blocks: Decoration[] = [];
    state.doc.nodesBetween(one.from, Math.min(one.to, state.doc.content.size), (node, position, parent) => {
      if (parent === state.doc && position >= one.from) blocks.push(Decoration.node(position, position + node.nodeSize, { class: 'el-contested' }));
      return false;
    });
    return [...blocks, Decoration.widget(one.to, (view) => box(view, one, say), { key: `conflict-${one.id}`, side: 1, stopEvent: () => true })];
  });
  return DecorationSet.create(state.doc, decorations);
}

function box(view: EditorView, { id, theirs }: Standing, say: (key: string) => string): HTMLElement {
  const dom = document.createElement('section');
  dom.className = 'el-conflict';
  dom.contentEditable = 'false';
  dom.setAttribute('aria-label', say('stories.conflict.title'));
  const title = document.createElement('p');
  title.textContent = say(theirs.length === 0 ? 'stories.conflict.removed' : 'stories.conflict.title');
  const words = document.createElement('div');
  words.append(DOMSerializer.fromSchema(view.state.schema).serializeFragment(Fragment.from(theirs)));
  const buttons = document.createElement('div');
  for (const choice of ['mine', 'theirs', 'both'] as const) {
    if (choice === 'both' && theirs.length === 0) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = say(`stories.conflict.${choice}`);
    button.addEventListener('click', () => settle(view, id, choice));
    buttons.append(button);
  }
  dom.append(title, words, buttons);
  return dom;
}

function settle(view: EditorView, id: number, choice: Choice): void {
  const one = conflictsKey.getState(view.state)?.find((standing) => standing.id === id);
  if (one === undefined) return;
  const tr = view.state.tr.setMeta(conflictsKey, { settle: id } satisfies Meta);
  if (choice === 'theirs') {
    // A document has at least one block.
    const whole = one.from === 0 && one.to === view.state.doc.content.size && one.theirs.length === 0;
    tr.replaceWith(one.from, one.to, whole ? [view.state.schema.nodes['paragraph']!.create()] : [...one.theirs]);
  } else if (choice === 'both') tr.insert(one.to, [...one.theirs]);
  view.dispatch(tr.setMeta(fromElsewhere, false));
  view.focus();
}
