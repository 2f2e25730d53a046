import { describe, expect, it } from 'vitest';
import { passage } from './hostile.tsx';

const attacks = [
  '<img src=x onerror=alert(1)>', '<svg><script>alert(1)</script></svg>', '<svg/onload=alert(1)>', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">a</a>', '<a href="JaVa\nScript:alert(1)">a</a>', '<a href="&#1;javascript:alert(1)">a</a>', '<a href="data:text/html,<script>x</script>">a</a>',
  '<a href="//elsewhere.example">a</a>', '<a href="/\\elsewhere.example">a</a>', '<form action="https://elsewhere.example"><button>ok</button></form>',
  '<p style="background:url(https://elsewhere.example/x)">a</p>', '<template><p onclick=x>a</p></template>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<table><td background="javascript:x">a</table>', '<iframe srcdoc="<script>alert(1)</script>"></iframe>', '<object data="x"></object><embed src="x">', '<base href="https://elsewhere.example/">',
  '<meta http-equiv="refresh" content="0;url=https://elsewhere.example">', '<link rel=stylesheet href="https://elsewhere.example/x.css">', '</div></main><script>alert(1)</script>',
  '<!--><img src=x onerror=alert(1)>-->', '<![CDATA[<img src=x onerror=alert(1)>]]>', '<p id="top" class="skip">a</p>', '<h2 onmouseover=x><b>Zürich</b></h2>', '<xmp><img src=x onerror=alert(1)></xmp>',
];

describe('hostile HTML', () => {
  it.each(attacks)('%s leaves nothing but text', (html) => {
    expect(passage(html).wrong).toEqual([]);
  });
  it('keeps the words of whoever was only careless', () => {
    expect(passage('<font color=red>Der «Föhn»</font> <big>kommt</big>').text).toBe('Der «Föhn» kommt');
  });
  it('shows markup that was meant as text', () => {
    expect(passage('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>').text).toBe('<script>alert(1)</script>');
  });
});
