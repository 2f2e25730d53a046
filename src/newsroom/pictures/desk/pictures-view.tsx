/** The picture library: found, looked at, worked on, many at once. */
import { Button, CloseButton, FileButton } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { Empty, Trouble, Waiting } from '../../../design/desk/states.tsx';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { useMay } from '../../staff/desk/lent.ts';
import { DropField } from './drop-field.tsx';
import { CollectionHead } from './library/collection-head.tsx';
import { Filters } from './library/filters.tsx';
import { Grid } from './library/grid.tsx';
import './library/library.css';
import type { PictureWish } from './library/picture-query.ts';
import { usePictureList, wishIn } from './library/picture-query.ts';
import type { Selection } from './library/selection.ts';
import { nothing, within } from './library/selection.ts';
import { Lookalikes } from './library/lookalikes.tsx';
import { Several } from './library/several.tsx';
import { PictureFacts } from './one/picture-facts.tsx';
import { takes } from './picture-chooser.tsx';
import type { Picture } from './types.ts';
import { useUpload } from './use-pictures.ts';

export function View(): ReactElement {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [fresh, setFresh] = useState<readonly Picture[]>([]);
  const go = useNavigate();
  const may = useMay();
  const upload = useUpload();
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const open = search['open'] === undefined ? null : String(search['open']);
  const wish = wishIn(search);
  const show = (next: PictureWish, looked: string | null) => void go({ to: '/pictures', search: { ...next, ...(looked !== null && { open: looked }) } as never, replace: true });
  const put = (files: readonly File[]) => {
    setBusy(true);
    void upload(files, {}).then((made) => {
      setBusy(false);
      if (made.length === 0) return;
      setFresh(made);
      show({}, made[0]!.id);
    });
  };
  const button = may('picture.upload') && (
    <FileButton multiple accept={takes} onChange={(files) => files.length > 0 && put(files)}>
      {(props) => (
        <Button {...props} loading={busy} leftSection={<Icon name="upload" size={16} />}>
          {t('pictures.upload')}
        </Button>
      )}
    </FileButton>
  );
  return (
    <Frame title={t('pictures.title')} width="whole" actions={button}>
      <DropField everywhere onFiles={put}>
        <Lookalikes pictures={fresh} onClose={() => setFresh([])} />
        <Filters key={wish.collection ?? ''} wish={wish} onWish={(next) => show(next, open)} />
        {wish.collection !== undefined && <CollectionHead id={wish.collection} onGone={() => show({}, null)} />}
        <Library wish={wish} open={open} onOpen={(id) => show(wish, id)} />
      </DropField>
    </Frame>
  );
}

/** Where somebody looked for words, it says where the words were looked for. */
function Nothing({ wish }: { readonly wish: PictureWish }): ReactElement {
  const { t } = useWords();
  if (Object.keys(wish).length === 0) return <Empty title={t('pictures.none')}><p>{t('pictures.none.begin')}</p></Empty>;
  return <Empty title={t('pictures.none-found')}>{wish.q !== undefined && <p>{t('pictures.searched', { words: wish.q })}</p>}</Empty>;
}

interface LibraryProps {
  readonly wish: PictureWish;
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
}

function Library({ wish, open, onOpen }: LibraryProps): ReactElement {
  const { t } = useWords();
  const roomy = useMediaQuery('(min-width: 68em)') ?? false;
  const [wanted, setSelection] = useState<Selection>(nothing);
  const { pictures, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = usePictureList(wish);
  const ids = pictures.map(({ id }) => id);
  const selection = within(wanted, ids);
  useHotkeys([
    ['/', () => document.querySelector<HTMLElement>('[data-search]')?.focus()],
    ['Escape', () => (selection.chosen.size > 0 ? setSelection(nothing) : onOpen(null))],
    ['mod+A', () => setSelection({ chosen: new Set(ids), anchor: ids[0] ?? null })],
  ]);
  if (error !== null && pictures.length === 0) return <Trouble error={error} again={() => void refetch()} />;
  if (isPending) return <Waiting />;
  if (pictures.length === 0) return <Nothing wish={wish} />;
  const look = (id: string) => {
    if (roomy) onOpen(id);
    return roomy;
  };
  const chosen = [...selection.chosen];
  return (
    <div className="library" data-beside={(roomy && open !== null) || undefined}>
      <div className="library-list">
        <Grid pictures={pictures} selection={selection} onSelect={setSelection} open={roomy ? open : null} onOpen={look} />
        {hasNextPage && (
          <Button variant="default" fullWidth mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('desk.more')}
          </Button>
        )}
        {chosen.length > 0 && <Several ids={chosen} collection={wish.collection} onAll={() => setSelection({ chosen: new Set(ids), anchor: null })} onNone={() => setSelection(nothing)} />}
      </div>
      {roomy && open !== null && (
        <aside className="library-beside" aria-label={t('pictures.one')}>
          <div className="library-beside-head">
            <Link to={`/pictures/${open}`}>{t('pictures.alone')}</Link>
            <CloseButton aria-label={t('desk.close')} onClick={() => onOpen(null)} />
          </div>
          <PictureFacts id={open} />
        </aside>
      )}
    </div>
  );
}
