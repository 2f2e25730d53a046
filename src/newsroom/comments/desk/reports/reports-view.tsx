/** What readers report, by what is due first; and objections, which a second person answers. */
import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { Empty, Trouble, Waiting } from '../../../../design/desk/states.tsx';
import { View as Frame } from '../../../../design/desk/view.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import type { Listed } from '../../../../platform/browser/api.ts';
import { address, read } from '../../../../platform/browser/api.ts';
import { hear } from '../../../../platform/browser/events.ts';
import '../queue/queue.css';
import { ObjectionCard } from './objection-card.tsx';
import { ReportCard } from './report-card.tsx';
import './reports.css';
import type { ObjectionLine, ReportLine } from './types.ts';

export function View(): ReactElement {
  const { t } = useWords();
  const [open, setOpen] = useState<'1' | '0'>('1');
  useLive();
  return (
    <Frame title={t('reports.title')} about={t('reports.about')} width="text">
      <SegmentedControl mb="md" value={open} onChange={(value) => setOpen(value as '1' | '0')} data={[{ value: '1', label: t('reports.open') }, { value: '0', label: t('reports.done') }]} aria-label={t('comments.filter.state')} />
      <Reports open={open} />
      <Objections open={open} />
    </Frame>
  );
}

function Reports({ open }: { readonly open: '1' | '0' }): ReactElement {
  const { t } = useWords();
  const pages = useInfiniteQuery({
    queryKey: ['reports', 'reports', open], queryFn: ({ pageParam, signal }) => read<Listed<ReportLine>>(address('/comment-reports', { open, cursor: pageParam }), signal),
    initialPageParam: undefined as string | undefined, getNextPageParam: (last) => last.next ?? undefined,
  });
  const reports = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (pages.error !== null) return <Trouble error={pages.error} again={() => void pages.refetch()} />;
  if (pages.isPending) return <Waiting />;
  if (reports.length === 0) return <Empty title={t(open === '1' ? 'reports.none' : 'reports.none-done')} />;
  return (
    <>
      <ul className="reports">{reports.map((report) => <li key={report.id}><ReportCard report={report} /></li>)}</ul>
      {pages.hasNextPage && <Button variant="default" mt="md" onClick={() => void pages.fetchNextPage()}>{t('desk.more')}</Button>}
    </>
  );
}

function Objections({ open }: { readonly open: '1' | '0' }): ReactElement | null {
  const { t } = useWords();
  const { data } = useQuery({ queryKey: ['reports', 'objections', open], queryFn: ({ signal }) => read<{ items: readonly ObjectionLine[] }>(address('/comment-objections', { open }), signal) });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-labelledby="objections-title">
      <h2 className="commenter-title" id="objections-title">{t('reports.objections')}</h2>
      <ul className="reports">{data.items.map((objection) => <li key={objection.id}><ObjectionCard objection={objection} /></li>)}</ul>
    </section>
  );
}

function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const deaf = ['report.made', 'report.decided', 'objection.made', 'objection.decided'].map((event) => hear(event, () => void queries.invalidateQueries({ queryKey: ['reports'] })));
    return () => deaf.forEach((stop) => stop());
  }, [queries]);
}
