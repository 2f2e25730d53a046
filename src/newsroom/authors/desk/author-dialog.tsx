import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../design/desk/ask-first.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { ask } from '../../../platform/browser/api.ts';
import { PictureChooser, usePicture } from '../../pictures/desk/lent.ts';
import { usePeople } from '../../staff/desk/lent.ts';
import type { AuthorFacts } from './types.ts';

interface AuthorDialogProps {
  readonly author: AuthorFacts | null;
  readonly onClose: () => void;
}

/** Name, portrait, a line about somebody, and the account where there is one. */
export function AuthorDialog({ author, onClose }: AuthorDialogProps): ReactElement {
  const { t, language } = useWords();
  const people = usePeople();
  const [facts, setFacts] = useState({ name: author?.name ?? '', about: author?.about ?? '', portrait: author?.portrait ?? null, staff: author?.staff ?? null });
  const [choosing, setChoosing] = useState(false);
  const { busy, send } = useSending();
  const portrait = usePicture(facts.portrait);
  const save = () => (author === null ? ask('POST', '/authors', { body: facts }) : ask('PATCH', `/authors/${author.id}`, { body: facts, version: author.version }));
  const act = async () => {
    if (await send(save, { said: t('desk.saved'), refresh: ['authors', 'names'] })) onClose();
  };
  return (
    <>
      <AskFirst open={!choosing} title={t(author === null ? 'authors.new' : 'authors.edit')} act={t('desk.save')} busy={busy} ready={facts.name.trim() !== ''} onAct={() => void act()} onClose={onClose}>
        <div className="form">
          <TextInput required label={t('authors.name')} value={facts.name} onChange={(event) => setFacts({ ...facts, name: event.currentTarget.value })} data-autofocus />
          <TextInput label={t('authors.line')} value={facts.about} onChange={(event) => setFacts({ ...facts, about: event.currentTarget.value })} />
          <Select label={t('authors.staff')} clearable searchable data={people.map((one) => ({ value: one.id, label: one.name }))} value={facts.staff} onChange={(staff) => setFacts({ ...facts, staff })} />
          {portrait?.thumb != null && <img src={portrait.thumb} alt={portrait.alt} width={96} />}
          <div>
            <Button variant="default" onClick={() => setChoosing(true)}>{t('authors.portrait')}</Button>
            {facts.portrait !== null && <Button variant="subtle" onClick={() => setFacts({ ...facts, portrait: null })}>{t('desk.remove')}</Button>}
          </div>
        </div>
      </AskFirst>
      <PictureChooser open={choosing} language={language} onClose={() => setChoosing(false)} onChoose={(id) => (setFacts({ ...facts, portrait: id }), setChoosing(false))} />
    </>
  );
}
