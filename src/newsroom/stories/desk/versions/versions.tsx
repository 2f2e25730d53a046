/** The versions of a story: compared word by word, and any of them made the working copy again. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Trouble, Waiting } from '../../../../design/desk/states.tsx';
import { shortWhen } from '../../../../design/desk/times.ts';
import { tellDone, tellProblem } from '../../../../design/desk/tell.ts';
import { View as Frame } from '../../../../design/desk/view.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import type { Listed } from '../../../../platform/browser/api.ts';
import { ask, read } from '../../../../platform/browser/api.ts';
import { usePlace } from '../../../publication/desk/lent.ts';
import type { Named, StoryWhole } from '../../told.ts';
import { Differences } from './differences.tsx';
import './versions.css';

interface Version {
  readonly number: number;
  readonly at: string;
  readonly by: Named;
  readonly reason: string;
  readonly headline: string | null;
  readonly public: boolean;
  readonly sealed: boolean;
}

export function View(): ReactElement {
  const { t } = useWords();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { data, error, refetch } = useQuery({ queryKey: ['story', id, 'versions'], queryFn: async () => (await read<Listed<Version>>(`/stories/${id}/versions`)).items, staleTime: 0 });
  return (
    <Frame title={t('stories.versions')} actions={<Link to={`/stories/${id}`}>{t('stories.preview.back')}</Link>}>
      {error !== null && <Trouble error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && data.length === 0 && <p>{t('stories.versions.none')}</p>}
      {data !== undefined && data.length > 0 && <Compared id={id} versions={data} />}
    </Frame>
  );
}

function Compared({ id, versions }: { readonly id: string; readonly versions: readonly Version[] }): ReactElement {
  const { t } = useWords();
  const [after, setAfter] = useState(versions[0]!.number);
  const [chosen, setBefore] = useState<number | null>(null);
  const before = chosen ?? versions.find((one) => one.number < after)?.number ?? after;
  return (
    <div className="versions">
      <table className="versions-list">
        <thead>
          <tr>
            <th scope="col">{t('stories.versions.before')}</th>
            <th scope="col">{t('stories.versions.after')}</th>
            <th scope="col">{t('stories.versions.version')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((one) => (
            <tr key={one.number} data-chosen={one.number === before || one.number === after || undefined}>
              <td><input type="radio" name="before" aria-label={t('stories.versions.before-n', { number: one.number })} checked={one.number === before} disabled={one.sealed} onChange={() => setBefore(one.number)} /></td>
              <td><input type="radio" name="after" aria-label={t('stories.versions.after-n', { number: one.number })} checked={one.number === after} disabled={one.sealed} onChange={() => setAfter(one.number)} /></td>
              <td><Line version={one} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <section aria-label={t('stories.versions.differences')}>
        <Restore id={id} number={after} />
        <Differences id={id} before={before} after={after} />
      </section>
    </div>
  );
}

function Line({ version }: { readonly version: Version }): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  return (
    <>
      <b>{shortWhen(new Date(version.at), new Date(), place)}</b> · {version.by.name}
      <small>
        {t(`stories.version.${version.sealed ? 'sealed' : version.reason}`)}
        {version.public && <em> {t('stories.version.public')}</em>}
      </small>
    </>
  );
}

function Restore({ id, number }: { readonly id: string; readonly number: number }): ReactElement {
  const { t } = useWords();
  const go = useNavigate();
  const [busy, setBusy] = useState(false);
  const restore = async () => {
    setBusy(true);
    try {
      const story = await read<StoryWhole>(`/stories/${id}`);
      await ask('POST', `/stories/${id}/versions/${number}/restore`, { version: story.version });
      tellDone(t('stories.done.restore'));
      await go({ to: `/stories/${id}` });
    } catch (error) {
      tellProblem(error, t);
      setBusy(false);
    }
  };
  return (
    <Button variant="default" mb="md" loading={busy} onClick={() => void restore()}>
      {t('stories.versions.restore', { number })}
    </Button>
  );
}
