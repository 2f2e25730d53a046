/** Chooses a picture: drop new files, or take one that is there. */
import { Button, FileButton, Modal, TextInput } from '@mantine/core';
import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ComponentProps, ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { Empty } from '../../../design/desk/states.tsx';
import { Tiles } from '../../../design/desk/tiles.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { DropField } from './drop-field.tsx';
import './library/library.css';
import { Lookalikes } from './library/lookalikes.tsx';
import { alikeQuery } from './one/alike.tsx';
import { PictureTile } from './picture-tile.tsx';
import type { Picture } from './types.ts';
import { useUpload } from './use-pictures.ts';

export const takes = 'image/jpeg,image/png,image/webp,image/avif,image/tiff,image/gif,image/heic,.heic,.heif';

interface ChooserProps {
  readonly open: boolean;
  readonly language: string;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

export function PictureChooser({ open, language, onChoose, onClose }: ChooserProps): ReactElement {
  const { t } = useWords();
  return (
    <Modal opened={open} onClose={onClose} title={t('pictures.choose')} size="60rem" closeButtonProps={{ 'aria-label': t('desk.close') }}>
      {open && <Choices language={language} onChoose={onChoose} />}
    </Modal>
  );
}

function Choices({ language, onChoose }: Pick<ChooserProps, 'language' | 'onChoose'>): ReactElement {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const [fresh, setFresh] = useState<readonly Picture[]>([]);
  const queries = useQueryClient();
  const upload = useUpload();
  const put = (files: readonly File[]) => {
    setBusy(true);
    void upload(files, { language }).then(async (made) => {
      setBusy(false);
      setFresh(made);
      if (made[0] !== undefined && !(await isAlike(queries, made[0].id))) onChoose(made[0].id);
    });
  };
  return (
    <DropField onFiles={put}>
      <div className="pictures-head">
        <TextInput className="pictures-search" value={words} onChange={(event) => setWords(event.currentTarget.value)} placeholder={t('pictures.search')} aria-label={t('pictures.search')} leftSection={<Icon name="search" size={16} />} data-autofocus />
        <FileButton onChange={(file) => file !== null && put([file])} accept={takes}>
          {(props) => (
            <Button {...props} loading={busy} leftSection={<Icon name="upload" size={16} />}>
              {t('pictures.upload')}
            </Button>
          )}
        </FileButton>
      </div>
      <p className="pictures-hint">{t('pictures.drop')}</p>
      <Lookalikes pictures={fresh} onTake={onChoose} onClose={() => onChoose(fresh[0]!.id)} />
      <PictureGrid words={words} onTake={(picture) => onChoose(picture.id)} />
    </DropField>
  );
}

/** Whether the newsroom has a picture already that looks like this one: then it is offered first. */
async function isAlike(queries: QueryClient, id: string): Promise<boolean> {
  return (await queries.fetchQuery(alikeQuery(id)).catch(() => [])).length > 0;
}

interface GridProps extends Omit<ComponentProps<typeof PictureTile>, 'picture' | 'place' | 'taken'> {
  readonly words: string;
  /** What is known of a picture where several are chosen. */
  readonly choice?: (picture: Picture) => Pick<ComponentProps<typeof PictureTile>, 'place' | 'taken'>;
}

export function PictureGrid({ words, onTake, choice }: GridProps): ReactElement {
  const { t } = useWords();
  return (
    <Tiles<Picture>
      path="/pictures" words={words} none={<Empty title={t('pictures.none')}><p>{t('pictures.none.begin')}</p></Empty>} noneFound={t('pictures.none-found')}
      tile={(picture) => <PictureTile picture={picture} onTake={onTake} {...choice?.(picture)} />}
    />
  );
}
