/** The mails of the house: what was sent, what waits, what nobody took. Without a mail server they are read here. */
import { Button, Modal } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Row, Rows } from '../../../design/desk/rows.tsx';
import { Empty, Trouble, Waiting } from '../../../design/desk/states.tsx';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import type { Listed } from '../../../platform/browser/api.ts';
import { address, read } from '../../../platform/browser/api.ts';

interface MailFacts {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly state: 'waiting' | 'sent' | 'kept' | 'given-up';
  readonly orderedAt: string;
  readonly lastError: string | null;
}

export function View(): ReactElement {
  const { t, locale } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const pages = useInfiniteQuery({
    queryKey: ['mails'],
    queryFn: ({ pageParam, signal }) => read<Listed<MailFacts>>(address('/mails', { cursor: pageParam }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const mails = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Frame title={t('staff.mails')} about={t('staff.mails.about')}>
      {pages.error !== null && <Trouble error={pages.error} />}
      {pages.isPending && <Waiting />}
      {!pages.isPending && mails.length === 0 && <Empty title={t('staff.mails.none')} />}
      <Rows label={t('staff.mails')}>
        {mails.map((mail) => (
          <Row key={mail.id} title={mail.subject} about={[mail.to, new Date(mail.orderedAt).toLocaleString(locale), t(`staff.mail.${mail.state}`), mail.lastError].filter((one) => one !== null).join(' · ')}>
            <Button size="xs" variant="default" onClick={() => setOpen(mail.id)}>{t('staff.mail.open')}</Button>
          </Row>
        ))}
      </Rows>
      {pages.hasNextPage && <Button mt="md" variant="default" onClick={() => void pages.fetchNextPage()}>{t('desk.more')}</Button>}
      <Modal opened={open !== null} onClose={() => setOpen(null)} title={t('staff.mail')} size="40rem" closeButtonProps={{ 'aria-label': t('desk.close') }}>
        {open !== null && <MailText id={open} />}
      </Modal>
    </Frame>
  );
}

function MailText({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords();
  const { data, error } = useQuery({ queryKey: ['mail', id], queryFn: () => read<MailFacts & { readonly text: string | null }>(`/mails/${id}`) });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      <p><b>{data.subject}</b><br />{data.to}</p>
      {data.text === null ? <p>{t('staff.mail.gone')}</p> : <pre className="mail-text">{linked(data.text)}</pre>}
    </>
  );
}

/** Addresses in the text can be followed, since this is where mails arrive when no server takes them. */
function linked(text: string): ReactElement[] {
  return text.split(/(https?:\/\/\S+)/u).map((part, at) => (at % 2 === 0 ? <span key={at}>{part}</span> : <a key={at} href={part}>{part}</a>));
}
