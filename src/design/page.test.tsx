import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Page } from './page.tsx';
import type { PageValues } from './page.tsx';
import { renderPage } from './render.ts';
import { sheet, Style } from './sheet.tsx';

const hostile = '</script><script>alert("Zürich")</script><!--\u2028';

const values: Omit<PageValues, 'children'> = {
  language: 'de', accent: '#a3271f', banners: [], words: { skip: 'Zum Inhalt' },
  head: { title: `Föhn & «Bise» ${hostile}`, description: hostile, canonical: 'https://blatt.example/', robots: null, alternates: [], social: [['og:title', hostile]], feeds: [], facts: [{ headline: hostile }] },
  masthead: {
    name: 'Tagblatt Zürich', tagline: '', logo: null, day: null, words: { menu: 'Menü', sections: 'Ressorts', search: 'Suche', home: 'zur Startseite' },
    navigation: [{ name: hostile, url: '/kultur', current: 'page', children: [] }],
  },
  footer: { name: 'Tagblatt Zürich', tagline: '', language: undefined, links: [], publisher: ['', 'Verlag'], contact: null, words: { footer: 'Weitere Seiten', top: 'Nach oben' } },
};
const part = sheet('part', '.part { color: red }');
const page = () => renderPage(<Page {...values}><Style of={part} /><Style of={part} /><picture><img src="/a.jpg" fetchPriority="high" alt="" /></picture></Page>);

describe('a page', () => {
  it('carries its styles once, in one element whose hash the policy names', () => {
    const { html, csp } = page();
    const [, css = ''] = /<style>(.*?)<\/style>/su.exec(html) ?? [];
    expect(html.match(/<style/gu)).toHaveLength(1);
    expect(css.match(/\.part\{color:red\}/gu)).toHaveLength(1);
    expect(csp).toContain(`style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`);
    expect(csp).not.toMatch(/unsafe|script-src/u);
  });
  it('has no style attribute, no script that runs, and asks nobody else for anything', () => {
    const { html } = page();
    expect(html).not.toMatch(/\sstyle=/u);
    expect(html.replaceAll(/<script type="application\/ld\+json">.*?<\/script>/gsu, '')).not.toContain('<script');
    expect(html.match(/(?:src|srcset|action)="(?!\/)[^"]*"/gu)).toBeNull();
    expect(html.match(/<link rel="(?:preload|stylesheet|preconnect)"[^>]*href="(?!\/)/gu)).toBeNull();
  });
  it('lets no headline out of its place', () => {
    const { html } = page();
    expect(html).not.toContain('<script>alert');
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(html) ?? [];
    expect(JSON.parse(json)).toEqual({ headline: hostile });
  });
  it('preloads the font of the headline and nothing else', () => {
    const { html } = page();
    expect(html.match(/rel="preload"/gu)).toHaveLength(1);
    expect(html).toMatch(/rel="preload"[^>]*newsreader-display/u);
  });
  it('begins with its type and language, offers a way past the navigation, and marks where it stands', () => {
    const { html } = page();
    expect(html.startsWith('<!doctype html><html lang="de">')).toBe(true);
    expect(html.indexOf('href="#main"')).toBeLessThan(html.indexOf('<nav'));
    expect(html).toContain('aria-current="page"');
  });
});
