/** One story's discussion: until when it is open, why it is closed, and what is different from elsewhere. */
import { Button, Group, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Trouble, Waiting } from '../../../../design/desk/states.tsx';
import { shortWhen } from '../../../../design/desk/times.ts';
import { useSending } from '../../../../design/desk/use-sending.ts';
import { View as Frame } from '../../../../design/desk/view.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { ask, read } from '../../../../platform/browser/api.ts';
import { usePlace } from '../../../publication/desk/lent.ts';
import { InstantField } from '../../../stories/desk/lent.ts';
import type { Mode, Openness } from '../../comment.ts';
import { longestSentence, openHours } from '../../rules.ts';
import { PolicyFieldset } from './policy-fields.tsx';
import type { PolicyFields } from './policy-fields.tsx';

interface Thread {
  readonly story: string;
  readonly headline: string;
  readonly own: PolicyFields;
  readonly openness: Openness;
  readonly hours: number;
  readonly mode: Mode;
  readonly open: boolean;
  readonly closesAt: string | null;
  readonly sentence: string;
  readonly comments: number;
}

export function View(): ReactElement {
  const { t } = useWords();
  const { story } = useParams({ strict: false }) as { story: string };
  const { data, error, refetch } = useQuery({ queryKey: ['comments', 'thread', story], queryFn: ({ signal }) => read<Thread>(`/comments/threads/${story}`, signal) });
  return (
    <Frame title={t('threads.one')} {...(data !== undefined && { about: data.headline })} width="text" actions={<Actions story={story} />}>
      {error !== null && <Trouble error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && <Now thread={data} />}
      {data !== undefined && <Own key={JSON.stringify(data.own) + data.sentence} thread={data} />}
    </Frame>
  );
}

function Actions({ story }: { readonly story: string }): ReactElement {
  const { t } = useWords();
  return (
    <>
      <Link to="/comments" search={{ story } as never}>{t('comments.title')}</Link>
      <Link to={`/stories/${story}` as never}>{t('threads.to-story')}</Link>
    </>
  );
}

function Now({ thread }: { readonly thread: Thread }): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  const { busy, send } = useSending();
  const [until, setUntil] = useState<Date | null>(null);
  const change = (body: object) => void send(() => ask('PATCH', `/comments/threads/${thread.story}`, { body }), { said: t('desk.saved'), refresh: ['comments'] });
  const when = thread.closesAt === null ? '' : shortWhen(new Date(thread.closesAt), new Date(), place);
  const longer = new Date(Math.max(Date.now(), thread.open && thread.closesAt !== null ? Date.parse(thread.closesAt) : 0) + openHours * 3_600_000);
  return (
    <section className="form">
      <p><strong>{thread.open ? (thread.closesAt === null ? t('comments.open') : t('comments.open-until', { when })) : t('threads.closed-since', { when })}</strong> · {t('threads.count', { count: thread.comments })}</p>
      <Group gap="xs">
        {thread.open && <Button variant="default" loading={busy} onClick={() => change({ closed: true })}>{t('threads.close')}</Button>}
        {!thread.open && <Button variant="default" loading={busy} onClick={() => change({ closed: false })}>{t('threads.reopen')}</Button>}
        {(!thread.open || thread.closesAt !== null) && <Button variant="default" loading={busy} onClick={() => change({ until: longer.toISOString() })}>{t('threads.longer', { hours: openHours })}</Button>}
      </Group>
      <Group gap="xs" align="end">
        <InstantField label={t('threads.until')} onInstant={setUntil} />
        <Button variant="default" loading={busy} disabled={until === null} onClick={() => change({ until: until!.toISOString() })}>{t('threads.prolong')}</Button>
      </Group>
    </section>
  );
}

function Own({ thread }: { readonly thread: Thread }): ReactElement {
  const { t } = useWords();
  const { busy, send } = useSending();
  const [policy, setPolicy] = useState<PolicyFields>(thread.own);
  const [sentence, setSentence] = useState(thread.sentence);
  const save = () => void send(() => ask('PATCH', `/comments/threads/${thread.story}`, { body: { ...policy, sentence } }), { said: t('desk.saved'), refresh: ['comments'] });
  return (
    <form className="form" onSubmit={(event) => (event.preventDefault(), save())}>
      <h2>{t('threads.own')}</h2>
      <PolicyFieldset value={policy} above={thread} onChange={setPolicy} />
      <Textarea label={t('threads.why-closed')} description={t('threads.why-closed.text')} autosize minRows={2} maxLength={longestSentence} value={sentence} onChange={(event) => setSentence(event.currentTarget.value)} />
      <div><Button type="submit" loading={busy}>{t('desk.save')}</Button></div>
    </form>
  );
}
