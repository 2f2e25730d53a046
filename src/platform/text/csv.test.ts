import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

describe('a table for spreadsheets', () => {
  it('quotes what would end a cell or a line', () => {
    expect(csvOf([['Zürich', 'sagt «so»,\n"so"'], ['', null]])).toBe('"Zürich","sagt «so»,\n""so"""\r\n"",""\r\n');
  });
  it.each(['=1+1', '+41 79', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', '=HYPERLINK("https://boese.example")'])('has no formula of %j', (text) => {
    expect(csvOf([[text]])).toBe(`"'${text.replaceAll('"', '""')}"\r\n`);
  });
  it('leaves numbers and words as they are', () => {
    expect(csvOf([[-5, 1.5, 'A=B', 'E-Mail', '8.–12. Mai']])).toBe('"-5","1.5","A=B","E-Mail","8.–12. Mai"\r\n');
  });
});
