import { describe, expect, it } from 'vitest';
import { lines, nameKey, oneLine } from './plain.ts';

describe('A text of one line', () => {
  it('has one space where there was any white space, and none at its ends', () => {
    expect(oneLine('  Zürcher\t\n Oberländer\u00a0 ')).toBe('Zürcher Oberländer');
  });

  it('is composed, so that two spellings of «ü» are one', () => {
    expect(oneLine('Zu\u0308rich')).toBe('Zürich');
  });

  it('holds no control character, no half of a character and no turner of direction', () => {
    expect(oneLine('A\u0000nna \u202eReztlöh\u202c \ud83d\ufeff')).toBe('Anna Reztlöh \ufffd');
  });

  it('keeps what Persian and families are written with', () => {
    expect(oneLine('می\u200cخواهم 👩\u200d👧')).toBe('می\u200cخواهم 👩\u200d👧');
  });
});

describe('A text of several lines', () => {
  it('keeps its lines and at most one empty one between them', () => {
    expect(lines(' Grüezi \r\n\r\n\r\n\r\n miteinander\u0007 ')).toBe('Grüezi\n\nmiteinander');
  });
});

describe('Two spellings of one name', () => {
  it.each([['ÉMILE  ÜNAL', 'E\u0301mile u\u0308nal'], ['ﬁlippo ＲＯＳＳＩ', 'Filippo Rossi']])('%s and %s have one key', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });
});
