/** Taking a story from readers, and throwing unpublished changes away. */
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../../design/desk/ask-first.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { useOpen } from '../editor/use-working-copy.ts';
import { useAct } from './use-act.ts';

export function Reversals(): ReactElement | null {
  const { t } = useWords();
  const story = useOpen((open) => open.story);
  const [open, setOpen] = useState<'withdraw' | 'discard' | null>(null);
  const withdraw = story.may.includes('story.withdraw');
  const discard = story.may.includes('story.discard') && (story.standing !== 'public' || story.unpublishedChanges);
  if (!withdraw && !discard) return null;
  return (
    <section className="publish-reversals">
      {discard && (
        <Button variant="subtle" color="red" onClick={() => setOpen('discard')}>
          {t(story.standing === 'public' ? 'stories.act.discard' : 'stories.act.discard-story')}
        </Button>
      )}
      {withdraw && (
        <Button variant="subtle" color="red" onClick={() => setOpen('withdraw')}>
          {t('stories.act.withdraw')}…
        </Button>
      )}
      <Withdraw open={open === 'withdraw'} onClose={() => setOpen(null)} />
      <Discard open={open === 'discard'} onClose={() => setOpen(null)} />
    </section>
  );
}

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

function Withdraw({ open, onClose }: DialogProps): ReactElement {
  const { t } = useWords();
  const { busy, act } = useAct();
  const [reason, setReason] = useState('');
  const [notice, setNotice] = useState('');
  const go = async () => {
    if (await act('withdraw', { reason, ...(notice.trim() !== '' && { notice }) })) onClose();
  };
  return (
    <AskFirst open={open} title={t('stories.act.withdraw')} act={t('stories.act.withdraw')} danger busy={busy !== null} ready={reason.trim() !== ''} onAct={() => void go()} onClose={onClose}>
      <p>{t('stories.withdraw.text')}</p>
      <Textarea label={t('stories.withdraw.reason')} description={t('stories.withdraw.reason.text')} required autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
      <Textarea mt="md" label={t('stories.withdraw.notice')} description={t('stories.withdraw.notice.text')} autosize minRows={2} value={notice} onChange={(event) => setNotice(event.currentTarget.value)} />
    </AskFirst>
  );
}

function Discard({ open, onClose }: DialogProps): ReactElement {
  const { t } = useWords();
  const { busy, act } = useAct();
  const published = useOpen((now) => now.story.standing === 'public');
  const go = async () => {
    if (await act('discard')) onClose();
  };
  return (
    <AskFirst open={open} title={t(published ? 'stories.act.discard' : 'stories.act.discard-story')} act={t(published ? 'stories.act.discard' : 'stories.act.discard-story')} danger busy={busy !== null} onAct={() => void go()} onClose={onClose}>
      <p>{t(published ? 'stories.discard.text' : 'stories.discard-story.text')}</p>
    </AskFirst>
  );
}
