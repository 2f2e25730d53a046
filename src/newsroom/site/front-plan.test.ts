import { describe, expect, it } from 'vitest';
import type { Teaser } from '../stories/public.ts';
import type { FrontFacts, FrontPlan } from './front-plan.ts';
import { planFront, planSection, places } from './front-plan.ts';

let minute = 0;
const story = (id: string, fields: Partial<Teaser> = {}): Teaser => ({
  id, url: `/kultur/foehn-${id}`, headline: `Föhn ${id}`, kicker: '', lead: '', label: null, language: 'de', publishedAt: new Date(Date.UTC(2026, 10, 23) - 60_000 * minute++),
  updatedAt: null, authors: [], section: { id: 'kultur', path: 'kultur', name: 'Kultur' }, picture: null, ...fields,
});
const several = (prefix: string, count: number, fields: Partial<Teaser> = {}) => Array.from({ length: count }, (_, i) => story(`${prefix}${i}`, fields));
const block = (id: string, stories: readonly Teaser[]) => ({ id, path: id, name: id, language: 'de', stories });
const facts = (fields: Partial<FrontFacts> = {}): FrontFacts => ({ curated: [], fill: true, newest: [], sections: [], ...fields });
const standing = ({ lead, second, grid, opinion, blocks, columns }: FrontPlan) =>
  [...(lead === null ? [] : [lead]), ...second, ...grid, ...opinion, ...[...blocks, ...columns].flatMap(({ stories }) => stories)].map(({ id }) => id);

describe('the front page', () => {
  it('leads with what the desk chose, in its order, and fills up with the newest', () => {
    const newest = several('neu', 20);
    const plan = planFront(facts({ curated: [story('wahl'), newest[7] as Teaser], newest }));
    expect(plan.lead?.id).toBe('wahl');
    expect(plan.second.map(({ id }) => id)).toEqual(['neu7', 'neu0']);
    expect(plan.grid).toHaveLength(4);
  });
  it('fills nothing where the desk wants none filled', () => {
    const plan = planFront(facts({ curated: [story('wahl')], fill: false, newest: several('neu', 9) }));
    expect([plan.lead?.id, plan.second, plan.grid]).toEqual(['wahl', [], []]);
  });
  it('shows no story twice, the ticker of the latest apart', () => {
    const newest = several('neu', 30);
    const plan = planFront(facts({ curated: [newest[3] as Teaser, newest[3] as Teaser], newest, sections: [block('kultur', newest), block('sport', newest)] }));
    expect(standing(plan).length).toBe(new Set(standing(plan)).size);
    expect(plan.latest).toHaveLength(places.latest);
    expect(plan.latest.map(({ id }) => id)).not.toContain(plan.lead?.id);
  });
  it('gives a section with enough to say a block, the others a column, an empty one nothing', () => {
    const plan = planFront(facts({ sections: [block('kultur', several('k', 9)), block('sport', several('s', 2)), block('leer', [])] }));
    expect(plan.blocks.map(({ id, stories }) => [id, stories.length])).toEqual([['kultur', places.block]]);
    expect(plan.columns.map(({ id }) => id)).toEqual(['sport']);
  });
  it('never leads with what was paid for, and never tells it as news', () => {
    const paid = story('werbung', { label: 'sponsored' });
    const plan = planFront(facts({ newest: [paid, ...several('neu', 3)], sections: [block('wirtschaft', [paid, story('zins')])] }));
    expect(plan.lead?.id).toBe('neu0');
    expect(plan.latest.map(({ id }) => id)).not.toContain('werbung');
    expect(plan.columns[0]?.stories.map(({ id }) => id)).toEqual(['zins', 'werbung']);
  });
  it('makes a strip of opinions from two voices on', () => {
    const one = several('meinung', 1, { label: 'opinion' });
    expect(planFront(facts({ newest: [...several('neu', 9), ...one] })).opinion).toEqual([]);
    expect(planFront(facts({ newest: [...several('neu', 9), ...one, story('m2', { label: 'opinion' })] })).opinion).toHaveLength(2);
  });
  it('is empty while nothing is public', () => {
    expect(planFront(facts()).lead).toBeNull();
  });
});

describe('the front of a section', () => {
  it('fills up to a lead and two, and shows every slot that the desk filled', () => {
    const newest = several('neu', 9);
    expect(planSection({ curated: [], fill: true, newest }).grid).toEqual([]);
    const plan = planSection({ curated: several('wahl', 5), fill: true, newest });
    expect([plan.second.length, plan.grid.length]).toEqual([2, 2]);
  });
});
