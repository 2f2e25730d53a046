/** Two versions word by word: added words are underlined, removed ones struck, so that colour is never alone. */
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { ReactElement } from 'react';
import { Empty, Trouble, Waiting } from '../../../../design/desk/states.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { read } from '../../../../platform/browser/api.ts';
import type { BlockChange, Change, Comparison } from '../../compare.ts';

export function Differences({ id, before, after }: { readonly id: string; readonly before: number; readonly after: number }): ReactElement {
  const { t } = useWords();
  const { data, error } = useQuery({ queryKey: ['story', id, 'compare', before, after], queryFn: () => read<Comparison>(`/stories/${id}/versions/${before}/compare/${after}`), placeholderData: (old) => old });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <Waiting />;
  const texts = data.fields.filter((one) => fieldsOfText.has(one.field));
  const others = data.fields.filter((one) => !fieldsOfText.has(one.field));
  if (data.fields.length === 0 && data.body.every((one) => one.op === 'same')) return <Empty title={t('stories.versions.same')} />;
  return (
    <div className="differences">
      {texts.map(({ field, changes }) => (
        <section key={field}>
          <h2>{t(`stories.field.${field}`)}</h2>
          <p><Changes changes={changes} /></p>
        </section>
      ))}
      {others.length > 0 && <p>{t('stories.versions.other-fields', { fields: others.map((one) => t(`stories.field.${one.field}`)).join(', ') })}</p>}
      <h2>{t('stories.field.body')}</h2>
      <Blocks blocks={data.body} />
    </div>
  );
}

const fieldsOfText = new Set(['kicker', 'headline', 'lead', 'teaserTitle', 'slug', 'searchTitle', 'searchDescription']);

/** Long stretches without a change are folded to a line. */
function Blocks({ blocks }: { readonly blocks: readonly BlockChange[] }): ReactElement {
  const shown = blocks.map((block, at) => block.op !== 'same' || [at - 1, at + 1].some((near) => blocks[near] !== undefined && blocks[near].op !== 'same'));
  return (
    <>
      {blocks.map((block, at) =>
        shown[at] === true ? (
          <div key={at} className="difference" data-op={block.op} data-kind={block.kind}>
            <Changes changes={block.changes} />
          </div>
        ) : shown[at - 1] === true || at === 0 ? (
          <p key={at} className="difference-gap" aria-hidden="true">
            ⋯
          </p>
        ) : null,
      )}
    </>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }): ReactElement {
  return (
    <>
      {changes.map(({ op, text }, at) => {
        if (op === 'same') return <Fragment key={at}>{text}</Fragment>;
        return op === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>;
      })}
    </>
  );
}
