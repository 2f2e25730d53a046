/** The story itself: kicker, headline, lead, picture, text, in the order and the type in which they will be read. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { PictureChooser } from '../../../pictures/desk/lent.ts';
import type { BodyHandle, TextSource } from '../body/body.tsx';
import { Body } from '../body/body.tsx';
import { deskElements } from '../elements/elements.ts';
import { PictureDialog } from '../facts/picture-dialog.tsx';
import { Counts } from './counts.tsx';
import { LeadPicture } from './lead-picture.tsx';
import { PutBackLine } from './put-back-line.tsx';
import { TitleField } from './title-field.tsx';
import type { PutBack } from './use-working-copy.ts';
import type { WorkingCopy } from './working-copy.ts';
import { useCopy, useOpen } from './use-working-copy.ts';

export function Paper({ putBack }: { readonly putBack: PutBack | null }): ReactElement {
  const { t } = useWords();
  const copy = useCopy();
  const source = useMemo(() => textOf(copy), [copy]);
  const body = useRef<BodyHandle>(null);
  const [edited, setEdited] = useState<string | null>(null);
  const [use, setUse] = useState<((id: string) => void) | null>(null);
  const language = useOpen((open) => open.content.language);
  const editable = useOpen((open) => open.story.may.includes('story.edit'));
  const choose = useCallback((next: (id: string) => void) => setUse(() => next), []);
  const headline = useOpen((open) => open.content.headline);
  const into = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.focus();
  return (
    <div className="paper" lang={language}>
      <h1 className="unseen">{headline || t('stories.untitled')}</h1>
      {putBack !== null && <PutBackLine putBack={putBack} />}
      {!editable && <p className="paper-line">{t('stories.read-only')}</p>}
      <TitleField field="kicker" editable={editable} onEnter={into('.title-headline textarea')} />
      <TitleField field="headline" editable={editable} meter={90} onEnter={into('.title-lead textarea')} />
      <TitleField field="lead" editable={editable} meter={300} onEnter={() => body.current?.focus()} />
      <LeadPicture editable={editable} onChoose={choose} onEdit={setEdited} />
      <Body source={source} editable={editable} handle={body} onEditPicture={setEdited} onChoosePicture={choose} brought={deskElements} />
      <Counts />
      <PictureDialog id={edited} onClose={() => setEdited(null)} />
      <PictureChooser
        open={use !== null}
        language={language}
        onClose={() => setUse(null)}
        onChoose={(id) => {
          use?.(id);
          setUse(null);
        }}
      />
    </div>
  );
}

function textOf(copy: WorkingCopy): TextSource {
  return {
    body: () => copy.snapshot().content.body,
    language: () => copy.snapshot().content.language,
    change: (body) => copy.change({ body }),
    onBody: (listener) => copy.onBody(listener),
    contested: (count) => copy.contested(count),
  };
}
