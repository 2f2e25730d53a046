import { ColorInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../../../design/desk/words.tsx';
import { contrast, readableAccent } from '../../../design/colour.ts';
import './publication.css';

const grounds = { light: '#ffffff', dark: '#161616' } as const;

/** The publication's colour, and how it will be shown where it must be read. */
export function AccentField({ value, onChange }: { readonly value: string; readonly onChange: (accent: string) => void }): ReactElement {
  const { t, locale } = useWords();
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (
    <div>
      <ColorInput label={t('publication.field.accent')} format="hex" value={value} onChange={onChange} popoverProps={{ withinPortal: true }} eyeDropperButtonProps={{ 'aria-label': t('publication.accent.pick') }} />
      <div className="accent-shown">
        {(['light', 'dark'] as const).map((scheme) => {
          const shown = readableAccent(value, grounds[scheme]);
          return (
            <span key={scheme} data-scheme={scheme} style={{ color: shown, background: grounds[scheme] }}>
              {t('publication.accent.shown', { contrast: number.format(contrast(shown, grounds[scheme])) })}
            </span>
          );
        })}
      </div>
    </div>
  );
}
