/** An embed as it stands in the text of a story: nothing of the other house is loaded here either. */
import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { Trouble } from '../../../design/desk/states.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { ask } from '../../../platform/browser/api.ts';
import { PictureChooser } from '../../pictures/desk/lent.ts';
import './embeds.css';
import type { Embed } from './types.ts';
import { useChangeEmbed, useEmbed } from './use-embeds.ts';

interface CardProps {
  readonly id: string;
  readonly editable: boolean;
  readonly onRemove: () => void;
}

export function EmbedCard({ id, editable, onRemove }: CardProps): ReactElement {
  const { t } = useWords();
  const { data, error, refetch } = useEmbed(id);
  if (error !== null) return <Trouble error={error} again={() => void refetch()} />;
  return (
    <div className="desk-card embeds-card">
      <p className="embeds-card-head">
        <Icon name="embed" /> <b>{data?.provider.name}</b> {data !== undefined && <a href={data.url} target="_blank" rel="noopener noreferrer">{data.url.replace(/^https:\/\/(www\.)?/u, '')}</a>}
      </p>
      {data !== undefined && <Facts key={data.id} embed={data} editable={editable} />}
      {editable && (
        <p className="embeds-card-acts">
          <Button size="xs" variant="subtle" onClick={onRemove}>{t('embeds.out-of-story')}</Button>
        </p>
      )}
    </div>
  );
}

function Facts({ embed, editable }: { readonly embed: Embed; readonly editable: boolean }): ReactElement {
  const { t } = useWords();
  const change = useChangeEmbed(embed.id);
  const { busy, send } = useSending();
  const [choosing, setChoosing] = useState(false);
  const [title, setTitle] = useState(embed.title);
  // What the house says arrives after the embed.
  useEffect(() => setTitle(embed.title), [embed.title]);
  const save = () => (title === embed.title ? undefined : void send(() => change({ title })));
  return (
    <>
      {embed.poster?.url != null && <img className="desk-card-picture" src={embed.poster.url} alt="" />}
      <TextInput label={t('embeds.field.title')} readOnly={!editable} value={title} onChange={(event) => setTitle(event.currentTarget.value)} onBlur={save} error={title.trim() === '' ? t('embeds.missing.title') : undefined} />
      {embed.warnings.includes('link') && <p className="embeds-card-link">{t('embeds.only-link', { provider: embed.provider.name })}</p>}
      {editable && (
        <p className="embeds-card-acts">
          <Button size="xs" variant="default" loading={busy} onClick={() => void send(() => ask('POST', `/embeds/${embed.id}/look-up`), { refresh: ['embed'] })}>{t('embeds.look-up')}</Button>
          {embed.hasThumbnail && embed.poster === null && (
            <Button size="xs" variant="default" loading={busy} onClick={() => void send(() => ask('POST', `/embeds/${embed.id}/poster`), { refresh: ['embed', 'pictures'] })}>{t('embeds.take-poster', { provider: embed.provider.name })}</Button>
          )}
          <Button size="xs" variant="default" onClick={() => setChoosing(true)}>{t('embeds.choose-poster')}</Button>
          {embed.poster !== null && <Button size="xs" variant="subtle" onClick={() => void send(() => change({ poster: null }))}>{t('embeds.no-poster')}</Button>}
        </p>
      )}
      <PictureChooser
        open={choosing} language={embed.language} onClose={() => setChoosing(false)}
        onChoose={(poster) => {
          setChoosing(false);
          void send(() => change({ poster }));
        }}
      />
    </>
  );
}
