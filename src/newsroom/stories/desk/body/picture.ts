/** A picture in the text: its caption is a field of the story, its credit belongs to the picture. */
import { elementOf } from './from-grammar.ts';

export interface PictureFacts {
  readonly url: string | null;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly width: number;
  readonly height: number;
}

export interface PictureOptions {
  say(key: string): string;
  /** What is known of a picture; calls back again whenever more is known, until the returned function is called. */
  follow(id: string, tell: (facts: PictureFacts) => void): () => void;
  onEdit(id: string): void;
}

export const picture = elementOf('picture', {
  draggable: true,
  addOptions: (): PictureOptions => ({ say: (key) => key, follow: () => () => undefined, onEdit: () => undefined }),
  parseHTML: () => [{ tag: 'figure[data-picture]', getAttrs: (element) => ({ id: element.getAttribute('data-picture'), caption: element.textContent }) }],
  renderHTML: ({ node }) => ['figure', { 'data-picture': node.attrs['id'] as string }, String(node.attrs['caption'])],
  addNodeView() {
    const { say, follow, onEdit } = this.options as PictureOptions;
    return ({ node, editor, getPos }) => {
      const parts = figure(say);
      let current = node;
      parts.caption.value = String(node.attrs['caption']);
      parts.edit.addEventListener('click', () => onEdit(String(current.attrs['id'])));
      parts.caption.addEventListener('input', () => {
        const at = getPos();
        if (at !== undefined) editor.view.dispatch(editor.state.tr.setNodeAttribute(at, 'caption', parts.caption.value));
      });
      parts.caption.addEventListener('keydown', (event) => {
        const at = getPos();
        if (event.key !== 'Enter' || at === undefined) return;
        event.preventDefault();
        editor.chain().focus(at + current.nodeSize).run();
      });
      const stop = follow(String(node.attrs['id']), (facts) => fill(parts, facts, say));
      return {
        dom: parts.dom,
        update(next) {
          if (next.type !== current.type || next.attrs['id'] !== current.attrs['id']) return false;
          current = next;
          if (parts.caption.value !== next.attrs['caption']) parts.caption.value = String(next.attrs['caption']);
          return true;
        },
        stopEvent: (event) => event.target === parts.caption || event.target === parts.edit,
        ignoreMutation: () => true,
        destroy: stop,
      };
    };
  },
});

interface Figure {
  readonly dom: HTMLElement;
  readonly image: HTMLImageElement;
  readonly caption: HTMLTextAreaElement;
  readonly credit: HTMLElement;
  readonly edit: HTMLButtonElement;
}

function figure(say: (key: string) => string): Figure {
  const dom = document.createElement('figure');
  dom.className = 'el-picture';
  const image = document.createElement('img');
  image.alt = '';
  image.draggable = false;
  const line = document.createElement('figcaption');
  const caption = document.createElement('textarea');
  caption.rows = 1;
  caption.setAttribute('aria-label', say('stories.body.caption'));
  const credit = document.createElement('span');
  const edit = document.createElement('button');
  edit.type = 'button';
  edit.textContent = say('stories.body.picture-edit');
  line.append(caption, credit, edit);
  dom.append(image, line);
  return { dom, image, caption, credit, edit };
}

function fill({ dom, image, caption, credit }: Figure, facts: PictureFacts, say: (key: string) => string): void {
  if (facts.url !== null && image.getAttribute('src') !== facts.url) image.src = facts.url;
  if (facts.width > 0) {
    image.width = facts.width;
    image.height = facts.height;
  }
  image.alt = facts.alt;
  caption.placeholder = facts.caption === '' ? say('stories.body.caption') : facts.caption;
  credit.textContent = facts.credit === '' ? say('stories.body.no-credit') : facts.credit;
  dom.toggleAttribute('data-missing', facts.credit.trim() === '' || facts.alt.trim() === '');
}
