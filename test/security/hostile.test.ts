import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentFromHtml } from '../../src/newsroom/stories/html.ts';
import { hostile } from './hostile.ts';
import type { WholeProgram } from './program.ts';
import { wholeProgram } from './program.ts';
import type { Rendered } from './rendered.ts';
import { dangers, textOf } from './rendered.ts';
import type { PageMaker } from './story-page.ts';
import { pageMaker } from './story-page.ts';

let whole: WholeProgram;
let page: PageMaker;
let innocent: Rendered;

beforeAll(async () => {
  whole = await wholeProgram();
  page = await pageMaker(whole.house, whole.as.get('publisher')!);
  innocent = page({});
});
afterAll(() => whole?.close());

describe('the look for dangers', () => {
  it('finds each of these where a page holds it as it came', () => {
    for (const html of hostile.slice(0, 9)) {
      const broken = { ...innocent, body: innocent.body.replace('<p>Ein Absatz.</p>', html) };
      expect(dangers(broken, innocent), html).not.toEqual([]);
    }
    expect(dangers(innocent, innocent)).toEqual([]);
  });
});

describe('hostile HTML', () => {
  it.each(hostile)('%s as a text', (html) => {
    const made = page({ body: documentFromHtml(html).document });
    expect(dangers(made, innocent)).toEqual([]);
  });
  it.each(hostile)('%s as kicker, headline, lead, and in the facts for machines', (text) => {
    const made = page({ kicker: text, headline: text, lead: text, searchTitle: text, searchDescription: text, teaserTitle: text });
    expect(dangers(made, innocent)).toEqual([]);
    const plain = text.replaceAll(/[\0\uFEFF]/gu, '').replaceAll(/\s+/gu, ' ').trim();
    expect(textOf(made.body).replaceAll(/[\uFEFF\uFFFD]/gu, '')).toContain(plain);
  });
  it('comes through the API to readers without anything in it that runs', async () => {
    const publisher = whole.as.get('publisher')!;
    const made = await publisher('POST', '/stories', { section: 'wissen', headline: 'Alles auf einmal: </title><script>alert(1)</script>', lead: '"><img src=x onerror=alert(1)>', body: { html: hostile.filter((html) => !html.includes('plaintext')).join('\n').replaceAll('\0', '') }, byline: ['<b>Zoë</b>'], topics: ['<i>Netz</i>'] });
    expect(made.status).toBe(201);
    expect(made.json.report.map(({ name }: { name: string }) => name)).toContain('script');
    expect((await publisher('POST', `/stories/${made.json.id}/publish`, {})).status).toBe(200);
    for (const path of [made.json.url, '/', '/wissen', '/suche?q=einmal']) {
      const answer = await fetch(`${whole.url}${path}`);
      expect(answer.status, path).toBe(200);
      const found = dangers({ body: await answer.text(), csp: answer.headers.get('content-security-policy')! }, innocent);
      expect(found.filter((one) => !one.endsWith('is none of ours')), path).toEqual([]);
    }
    const feed = await (await fetch(`${whole.url}/feed.xml`)).text();
    expect(feed).not.toMatch(/<script|onerror=(?!.*&gt;)/u);
  });
  it('in the search field stays text', async () => {
    for (const text of hostile.filter((one) => !one.includes('\0') && one.length < 500)) {
      const answer = await fetch(`${whole.url}/suche?q=${encodeURIComponent(text)}`);
      expect(answer.status, text).toBeLessThan(500);
      const found = dangers({ body: await answer.text(), csp: answer.headers.get('content-security-policy')! }, innocent);
      expect(found.filter((one) => !one.endsWith('is none of ours')), text).toEqual([]);
    }
  });
});
