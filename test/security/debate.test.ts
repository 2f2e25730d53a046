import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Debate } from './debate.ts';
import { atOnce, openDebate } from './debate.ts';
import { asTyped } from './debate-form.tsx';
import { hostile } from './hostile.ts';
import type { WholeProgram } from './program.ts';
import { wholeProgram } from './program.ts';

let whole: WholeProgram;
let debate: Debate;

beforeAll(async () => {
  whole = await wholeProgram();
  debate = await openDebate(whole);
});
afterAll(() => whole?.close());

/** What no HTML is needed for: directions, marks without end, formulas, templates, addresses that pretend. */
const signs = [
  '=HYPERLINK("https://boese.example","Klick")', '+41 79 000 00 00', '@SUM(1+1)*cmd|\' /C calc\'!A0', '-2+3', "'; drop table comments; --", '${7*7} {{7*7}} #{7*7}', '%s%n%x', '../../etc/passwd', '\u202Eredaktion\u202C \u2066a\u2069',
  'Z\u0338\u0327\u0335a\u0321l\u0334g\u0337o'.repeat(20), '👨‍👩‍👧‍👦🏳️‍🌈', 'مرحبا https://example.org/مسار שלום', 'https://bank.ch@boese.example/', 'https://example.org/"onmouseover="alert(1)', 'javascript:alert(1)', 'www.example.org/<script>', '\ud800 halb \udc00', 'null', 'undefined', '\r\nSet-Cookie: a=b',
];

describe('hostile text in a discussion', () => {
  it('is text in the queue, on the page, in reports, in the copy of one’s own', async () => {
    const all = [...hostile, ...signs];
    for (let at = 0; at < all.length; at += atOnce) expect(Object.fromEntries(await debate.judge(all.slice(at, at + atOnce)))).toEqual({});
  });
  it.each([...hostile, ...signs])('%s is what was typed, where the form comes back', (text) => {
    expect(asTyped(text)).toEqual([]);
  });
  it('is found where a page holds it as it came', async () => {
    const { fetch } = globalThis;
    globalThis.fetch = async (...asked) => {
      const answer = await fetch(...asked);
      if (!String(asked[0]).includes('/kommentare/')) return answer;
      return new Response((await answer.text()).replace('Harmlos.', '<img src=x onerror=alert(1)>'), { headers: answer.headers });
    };
    try {
      expect([...(await debate.judge(['Harmlos.'])).values()].flat()).toEqual(expect.arrayContaining([expect.stringContaining('<img> has onerror'), expect.stringContaining('the page shows')]));
    } finally {
      globalThis.fetch = fetch;
    }
  });
});
