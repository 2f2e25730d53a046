import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { socialCard } from './social-card.ts';
import { socialSize } from './social-size.ts';

const card = (headline: string) => socialCard({ headline, section: 'Zürich', publication: 'Der Höhenweg', accent: '#a4161a' });

describe('a story without a picture, on other sites', () => {
  it('is drawn of outlines alone, at the size that is asked for', async () => {
    const svg = card('Zürichs «Föhn» dreht: 12’345 Böen über dem See')!;
    expect(svg).not.toMatch(/<text|font|style|href/u);
    const { info, data } = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject(socialSize);
    const dark = data.filter((value, i) => i % 3 === 0 && value < 60).length / (info.width * info.height);
    expect(dark).toBeGreaterThan(0.03);
  });

  it('holds a headline of any length within its edges', async () => {
    for (const headline of ['Ja', 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung', 'Wer was wann wo wie warum '.repeat(20)]) {
      const { data, info } = await sharp(Buffer.from(card(headline)!)).flatten({ background: '#fff' }).greyscale().raw().toBuffer({ resolveWithObject: true });
      const edge = [...Array(480).keys()].map((row) => data[(row + 20) * info.width + info.width - 40]);
      expect(edge.every((value) => value! > 250), headline).toBe(true);
    }
  });

  it('is not drawn where our face lacks a letter of it', () => {
    expect(card('Выборы в Берне')).toBeNull();
    expect(card('  ')).toBeNull();
    expect(socialCard({ headline: 'Wahl', section: 'Выборы', publication: 'Höhenweg', accent: '#ffffff' })).toContain('<svg');
  });
});
