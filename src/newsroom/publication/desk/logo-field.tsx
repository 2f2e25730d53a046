import { Button, FileButton } from '@mantine/core';
import type { ReactElement } from 'react';
import { useSending } from '../../../design/desk/use-sending.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { ask } from '../../../platform/browser/api.ts';
import type { PublicationWhole } from './types.ts';

export function LogoField({ publication }: { readonly publication: PublicationWhole }): ReactElement {
  const { t } = useWords();
  const { busy, send } = useSending();
  const { logo, version } = publication;
  const put = (file: File | null) => {
    if (file === null) return;
    const body = new FormData();
    body.set('file', file, file.name);
    void send(() => ask('PUT', '/publication/logo', { body, version }), { said: t('desk.saved'), refresh: ['publication'] });
  };
  return (
    <div className="logo-field">
      <p className="form-label">{t('publication.field.logo')}</p>
      {logo !== null && <img src={logo.url} alt={publication.name} width={logo.width} height={logo.height} />}
      <FileButton accept="image/png,image/jpeg,image/webp" onChange={put}>
        {(props) => <Button {...props} variant="default" loading={busy}>{t('publication.logo.upload')}</Button>}
      </FileButton>
      {logo !== null && <Button variant="subtle" color="red" onClick={() => void send(() => ask('DELETE', '/publication/logo', { version }), { said: t('desk.saved'), refresh: ['publication'] })}>{t('desk.remove')}</Button>}
    </div>
  );
}
