import { describe, expect, it } from 'vitest';
import { renderPage } from './render.ts';
import { Allow, Script } from './script.tsx';

const page = (...parts: React.ReactNode[]) => renderPage(<html lang="de"><head><title>Föhn</title></head><body>{parts}</body></html>, { scriptAddress: (name) => `/assets/scripts/${name}.0123456789.js` });

describe('what a part asks of its page', () => {
  it('is one script, however many parts ask for it, and the policy lets it run', () => {
    const { html, csp } = page(<p key="1">a<Script of="gallery" /></p>, <p key="2">b<Script of="gallery" /></p>);
    expect(html).toContain('<title>Föhn</title><script type="module" src="/assets/scripts/gallery.0123456789.js"></script></head><body><p>a</p><p>b</p></body>');
    expect(csp).toContain(`script-src 'self'`);
  });
  it('is a source that the policy names, once', () => {
    const film = <Allow key="1" directive="media-src" source="'self'" />;
    const { html, csp } = page(film, film, <Allow key="2" directive="frame-src" source="https://www.youtube-nocookie.com" />);
    expect(html).not.toContain('allow');
    expect(csp).toMatch(/media-src 'self';.*frame-src https:\/\/www\.youtube-nocookie\.com;/u);
    expect(csp.match(/media-src/gu)).toHaveLength(1);
    expect(csp).not.toContain('script-src');
  });
  it('can be nothing that opens the page to everybody', () => {
    for (const source of ['*', 'https:', "'unsafe-inline'", 'data:', "https://a.example; script-src *"]) expect(() => page(<Allow key="1" directive="frame-src" source={source} />), source).toThrow(RangeError);
  });
  it('is nothing that a text can ask for', () => {
    const { html, csp } = page('<script type="module" src="script:gallery"></script><meta name="allow" content="frame-src https://evil.example"/>');
    expect(html).not.toContain('<script');
    expect(csp).not.toMatch(/evil|script-src/u);
  });
});
