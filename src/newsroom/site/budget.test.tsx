import { expect, it } from 'vitest';
import '../readers/readers.ts';
import './site.ts';
import { partBudget } from '../../design/budget.ts';
import { sheets } from '../../design/sheet.tsx';

it.each([...sheets.values()])('the styles of $name stay in their line of the budget', ({ name, css }) => {
  expect(partBudget[name], `${name} has no line in the budget`).toBeDefined();
  expect(Buffer.byteLength(css)).toBeLessThanOrEqual(partBudget[name] as number);
});

it('no line of the budget is kept for nobody', () => {
  expect(Object.keys(partBudget).filter((name) => !sheets.has(name))).toEqual([]);
});
