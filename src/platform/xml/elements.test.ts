import { describe, expect, it } from 'vitest';
import type { XmlElement } from './elements.ts';
import { childOf, elementsOf, textOf, XmlBroken } from './elements.ts';

/** In pieces of a few letters: nothing may depend on where a file is cut. */
async function* inPieces(text: string, size = 7): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}

async function read(text: string, ...names: string[]): Promise<XmlElement[]> {
  return all(elementsOf(inPieces(text), new Set(names)));
}

describe('Elements of a large XML file', () => {
  it('come one by one, with what is in them', async () => {
    const [first, second] = await read('<?xml version="1.0"?><rss><item id="a"><title>Zürich &amp; Genève</title><p:text><![CDATA[<b>«fett»</b>]]></p:text></item><item id="b"/></rss>', 'item');
    expect(textOf(first!, 'title')).toBe('Zürich & Genève');
    expect(childOf(first!, 'p:text')?.text).toBe('<b>«fett»</b>');
    expect(second!.attributes).toEqual({ id: 'b' });
  });
  it('are read though the file begins with something else and holds characters that XML forbids', async () => {
    const [only] = await read('\ufeff`\n<a><b>Glocke\u0007!</b></a>', 'b');
    expect(only!.text).toBe('Glocke\ufffd!');
  });
  it('are read though a value is not quoted', async () => {
    const [only] = await read('<a><b id=3 >x</b></a>', 'b');
    expect(only!.attributes).toEqual({ id: '3' });
  });
  it.each([
    ['is cut off', '<a><b>Zür', /unclosed|end/u],
    ['closes what was not open', '<a></b></a>', /close/u],
    ['declares entities', '<!DOCTYPE a [<!ENTITY e "e">]><a>&e;</a>', /declares entities/u],
    ['is no XML at all', 'nothing of the kind', /root/u],
    ['nests without end', '<a>'.repeat(200) + '</a>'.repeat(200), /deeper than 100/u],
  ])('are not read from a file that %s', async (_, text, why) => {
    const reading = read(text, 'b');
    await expect(reading).rejects.toBeInstanceOf(XmlBroken);
    await expect(reading).rejects.toThrow(why);
  });
});
