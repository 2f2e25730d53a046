/** Whatever somebody writes is text: nothing of it becomes markup, and nothing of it is lost. */
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { lines } from '../../../platform/text/plain.ts';
import type { ShownComment } from '../comment.ts';
import { CommentView } from './comment.tsx';
import { speakingIn } from './speaking.ts';

const now = new Date('2026-11-23T16:00:00Z');
const speaking = speakingIn({ language: 'de', timeZone: 'Europe/Zurich', form: 'sie', now });
const comment = (name: string, text: string): ShownComment => ({
  id: 'bcdfghjk', parent: null, answersName: name, name, staff: false, text, gone: null, at: now, edited: true, language: 'de', recommendations: 1, replies: 0, chosen: true, pinned: true,
});
const render = (name: string, text: string) => renderToStaticMarkup(<CommentView comment={comment(name, text)} story="k3f9hbcd" speaking={speaking} open />);

type Node = DefaultTreeAdapterMap['node'];
const ours = new Set(['article', 'p', 'bdi', 'b', 'span', 'a', 'time', 'div', 'br', 'form', 'button']);

/** What a browser makes of it: element names, and the text inside of an element with this class. */
function look(html: string): { readonly elements: string[]; readonly attributes: string[]; readonly hrefs: string[]; readonly text: string } {
  const found = { elements: [] as string[], attributes: [] as string[], hrefs: [] as string[], text: '' };
  const visit = (node: Node, inside: boolean) => {
    if ('tagName' in node) {
      found.elements.push(node.tagName);
      for (const { name, value } of node.attrs) {
        found.attributes.push(name);
        if (name === 'href') found.hrefs.push(value);
      }
    }
    const isText = inside || ('attrs' in node && node.attrs.some(({ name, value }) => name === 'class' && value === 'cm-text'));
    if (inside && node.nodeName === '#text' && 'value' in node) found.text += node.value;
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, isText);
  };
  visit(parseFragment(html) as Node, false);
  return found;
}

function isText(name: string, text: string): void {
  const kept = lines(text);
  const seen = look(render(lines(name).replaceAll('\n', ' '), kept));
  expect(seen.elements.filter((element) => !ours.has(element))).toEqual([]);
  expect(seen.attributes.filter((attribute) => /^on|style|src/u.test(attribute))).toEqual([]);
  expect(seen.hrefs.filter((href) => !/^(?:https?:\/\/|\/kommentare?\/)/u.test(href))).toEqual([]);
  expect(seen.text).toBe(kept.replaceAll('\n', ''));
}

const attacks = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' autofocus onfocus=alert(1) x='", '</article></ol></section><script>alert(1)</script>', '<!--', ']]>', '&lt;b&gt; &amp;amp;', 'javascript:alert(1)',
  'https://example.org/"onmouseover="alert(1)', 'https://example.org/<script>', 'https://bank.ch@boese.example/', '\u202eneppihcs\u202c', '\u2066\u2067\u2068', 'Z̸̧a̵l̶g̴o̷', '\ufeffRedaktion\u200b', '${1+1}{{1+1}}', "'; drop table comments; --", '%00%0d%0a', '👨‍👩‍👧‍👦🏳️‍🌈', 'مرحبا https://example.org/مسار שלום',
];

describe('hostile text', () => {
  it.each(attacks)('%s is shown as text, as a name and as a comment', (attack) => {
    isText(attack, attack);
    isText('Zoë', `${attack}\n\n${attack} ${attack}`);
  });
  it('whatever it is made of', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(fc.oneof(fc.constantFrom(...attacks, '<', '>', '"', '&', '\n', 'www.'), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 8 }), (name, parts) => isText(name, parts.join(''))), { numRuns: 200 });
  });
  it('no name stands where the badge of the newsroom does', () => {
    expect(render('Redaktion', 'Ich bin es.')).not.toMatch(/<\/bdi><b>/u);
  });
});
