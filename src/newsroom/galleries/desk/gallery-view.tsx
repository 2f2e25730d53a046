/** One gallery: its editor, where it is used, how readers will see it, and the way out. */
import { Button, Modal } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { tellProblem } from '../../../design/desk/tell.ts';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import type { Listed } from '../../../platform/browser/api.ts';
import { address, ask, read } from '../../../platform/browser/api.ts';
import { useMay } from '../../staff/desk/lent.ts';
import './galleries.css';
import { GalleryEditor } from './gallery-editor.tsx';
import type { Gallery } from './types.ts';
import { useGallery } from './use-galleries.ts';

export function View(): ReactElement {
  const { t } = useWords();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { data } = useGallery(id);
  const [previewed, setPreviewed] = useState(false);
  const title = data?.title ?? t('galleries.one');
  const actions = (
    <>
      <Link to="/galleries">{t('galleries.all')}</Link>
      <Button variant="default" leftSection={<Icon name="eye" size={16} />} onClick={() => setPreviewed(true)}>{t('galleries.preview')}</Button>
    </>
  );
  return (
    <Frame title={title} actions={actions}>
      {data?.discarded === true ? <Discarded gallery={data} /> : <GalleryEditor id={id} />}
      {data !== undefined && !data.discarded && <Foot gallery={data} />}
      <Modal opened={previewed} onClose={() => setPreviewed(false)} title={t('galleries.preview')} fullScreen closeButtonProps={{ 'aria-label': t('desk.close') }}>
        {previewed && <iframe className="gallery-preview" src={`/desk-preview/galleries/${id}`} title={t('galleries.preview')} />}
      </Modal>
    </Frame>
  );
}

/** A story that shows the gallery, as far as it is told here. */
interface Using {
  readonly id: string;
  readonly headline: string;
  readonly state: string;
  readonly language: string;
}

function Foot({ gallery: { id } }: { readonly gallery: Gallery }): ReactElement {
  const { t } = useWords();
  const may = useMay();
  const discard = useTurn(id, 'DELETE', `/galleries/${id}`);
  const { data } = useQuery({ queryKey: ['stories', 'using', `gallery:${id}`], queryFn: ({ signal }) => read<Listed<Using>>(address('/stories', { uses: `gallery:${id}`, limit: 50 }), signal) });
  const stories = data?.items ?? [];
  return (
    <section className="gallery-used" aria-labelledby="gallery-used">
      <h2 id="gallery-used">{t('galleries.used')}</h2>
      {stories.length === 0 ? <p>{t('galleries.used-nowhere')}</p> : (
        <ul>
          {stories.map((story) => (
            <li key={story.id}>
              <Link to={`/stories/${story.id}`} lang={story.language}>{story.headline}</Link> <small>{t(`stories.state.${story.state}`)}</small>
            </li>
          ))}
        </ul>
      )}
      {may('gallery.discard') && (
        <Button variant="subtle" color="red" leftSection={<Icon name="bin" size={16} />} onClick={discard}>
          {t(stories.length === 0 ? 'galleries.discard' : 'galleries.discard-used', { count: stories.length })}
        </Button>
      )}
    </section>
  );
}

function Discarded({ gallery: { id } }: { readonly gallery: Gallery }): ReactElement {
  const { t } = useWords();
  const restore = useTurn(id, 'POST', `/galleries/${id}/restore`);
  return (
    <p className="gallery-gone" role="status">
      {t('galleries.discarded')} <Button size="compact-sm" variant="subtle" onClick={restore}>{t('galleries.undo')}</Button>
    </p>
  );
}

function useTurn(id: string, method: 'DELETE' | 'POST', path: string): () => void {
  const { t } = useWords();
  const queries = useQueryClient();
  return () => void ask<Gallery>(method, path).then((gallery) => {
    queries.setQueryData(['gallery', id], gallery);
    return queries.invalidateQueries({ queryKey: ['galleries'] });
  }).catch((error: unknown) => tellProblem(error, t));
}
