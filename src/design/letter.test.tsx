import { describe, expect, it } from 'vitest';
import type { LetterValues } from './letter.tsx';
import { letterMail } from './letter.tsx';

const values: LetterValues = {
  to: 'zoë@example.org', language: 'fr', sender: 'Le Quotidien & Fils', accent: '#a8201a', foot: ['Pourquoi ce message.'], footLink: { text: 'Ne plus recevoir', url: 'https://q.example/off' },
  letter: { subject: 'Votre commentaire\r\nBcc: x@example.org', paragraphs: ['Une «phrase» <b>entière</b>.'], quote: 'Première ligne\n\nسطر ثانٍ', button: { text: 'Voir', url: 'https://q.example/k?a=1&b=2' } },
};

describe('A mail', () => {
  it('says the same as text: what there is, the quoted words, the address to go to, and below the line why it came', () => {
    expect(letterMail(values).text).toBe('Une «phrase» <b>entière</b>.\n\n> Première ligne\n>\n> سطر ثانٍ\n\nVoir\nhttps://q.example/k?a=1&b=2\n\n-- \nPourquoi ce message.\n\nNe plus recevoir\nhttps://q.example/off\n');
  });
  it('shows words as words, and lets no line break into a header', () => {
    const { html, subject } = letterMail(values);
    expect(subject).toBe('Votre commentaire Bcc: x@example.org');
    expect(html).toContain('Une «phrase» &lt;b&gt;entière&lt;/b&gt;.');
    expect(html).toContain('href="https://q.example/k?a=1&amp;b=2"');
    expect(html).not.toContain('<b>entière');
  });
  it('turns its button around in the dark, where it would not be seen', () => {
    expect(letterMail(values).html).toMatch(/prefers-color-scheme:dark.*\.button\{background:#ece7dc!important;color:#131210!important\}/u);
  });
  it('lists what is to be looked at, each at its address', () => {
    const { text, html } = letterMail({ ...values, letter: { subject: 'Droits', paragraphs: [], items: [{ name: 'Föhn über Zürich', says: 'Jusqu’au 1er janvier.', url: 'https://q.example/desk/1' }] } });
    expect(text).toContain('Föhn über Zürich\nJusqu’au 1er janvier.\nhttps://q.example/desk/1');
    expect(html).toContain('<a href="https://q.example/desk/1"');
  });
});
