import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareContent } from './compare.ts';
import { mergeBlocks, mergeContent } from './merge.ts';
import { emptyContent } from './story.ts';

const p = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const texts = (blocks: readonly { content?: readonly { text?: string }[] }[]) => blocks.map((block) => block.content?.[0]?.text ?? '');
const story = (...paragraphs: string[]) => ({ ...emptyContent('k3f9bcdf', 'de'), headline: 'Föhn über Zürich', body: { type: 'doc', content: paragraphs.map(p) } });

describe('two people in one story', () => {
  const base = [p('eins'), p('zwei'), p('drei')];
  it('takes from each what only that one changed', () => {
    const { blocks, conflicts } = mergeBlocks(base, [p('eins!'), p('zwei'), p('drei')], [p('eins'), p('zwei'), p('drei'), p('vier')]);
    expect(texts(blocks)).toEqual(['eins!', 'zwei', 'drei', 'vier']);
    expect(conflicts).toEqual([]);
  });
  it('keeps mine and offers theirs where both changed the same block', () => {
    const { blocks, conflicts } = mergeBlocks(base, [p('eins'), p('zwei, ich'), p('drei')], [p('eins'), p('zwei, du'), p('drei')]);
    expect(texts(blocks)).toEqual(['eins', 'zwei, ich', 'drei']);
    expect(conflicts).toMatchObject([{ field: 'body', at: 1, length: 1, theirs: [p('zwei, du')] }]);
  });
  it('takes from each also when the blocks stand next to each other', () => {
    const { blocks, conflicts } = mergeBlocks(base, [p('eins'), p('zwei, ich'), p('drei')], [p('eins, du'), p('zwei'), p('drei, du')]);
    expect(texts(blocks)).toEqual(['eins, du', 'zwei, ich', 'drei, du']);
    expect(conflicts).toEqual([]);
  });
  it('keeps what both added at the same place', () => {
    expect(texts(mergeBlocks(base, [...base, p('ich')], [...base, p('du')]).blocks)).toEqual(['eins', 'zwei', 'drei', 'du', 'ich']);
  });
  it('lets one delete what the other did not touch', () => {
    expect(texts(mergeBlocks(base, [p('zwei'), p('drei')], [p('eins'), p('zwei'), p('drei!')]).blocks)).toEqual(['zwei', 'drei!']);
  });
  it('merges fields, and lists of references as sets', () => {
    const from = { ...story('a'), topics: ['x', 'y'] };
    const merged = mergeContent(from, { ...from, kicker: 'Wetter', topics: ['x', 'y', 'z'] }, { ...from, lead: 'Warm.', topics: ['y'] });
    expect(merged.content).toMatchObject({ kicker: 'Wetter', lead: 'Warm.', topics: ['y', 'z'] });
    expect(mergeContent(from, { ...from, headline: 'A' }, { ...from, headline: 'B' }).conflicts).toEqual([{ field: 'headline', mine: 'A', theirs: 'B' }]);
  });
  it('never loses a block that somebody wrote', () => {
    const blocks = fc.array(fc.constantFrom('a', 'b', 'c', 'd').map(p), { maxLength: 6 });
    fc.assert(fc.property(blocks, blocks, blocks, (from, mine, theirs) => {
      const { blocks: merged, conflicts } = mergeBlocks(from, mine, theirs);
      const count = (list: readonly unknown[], one: unknown) => list.filter((other) => JSON.stringify(other) === JSON.stringify(one)).length;
      const offered = conflicts.flatMap((conflict) => conflict.theirs);
      for (const written of [...mine, ...theirs]) {
        const news = Math.max(count(mine, written), count(theirs, written)) - count(from, written);
        if (news > 0) expect(count(merged, written) + count(offered, written)).toBeGreaterThan(0);
      }
    }));
  });
});

describe('two versions compared', () => {
  it('shows the words that changed, and the fields', () => {
    const comparison = compareContent(story('Der Föhn kommt heute.', 'Bleibt.'), { ...story('Der Föhn kommt morgen.', 'Bleibt.', 'Neu.'), kicker: 'Wetter' });
    expect(comparison.fields).toEqual([{ field: 'kicker', changes: [{ op: 'added', text: 'Wetter' }] }]);
    expect(comparison.body.map((block) => block.op)).toEqual(['changed', 'same', 'added']);
    expect(comparison.body[0]!.changes.filter((change) => change.op !== 'same')).toEqual([{ op: 'removed', text: 'heute' }, { op: 'added', text: 'morgen' }]);
  });
});
