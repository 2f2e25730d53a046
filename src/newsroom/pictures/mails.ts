/** What the picture desk is told by mail. Values in, a mail out. */
import { letterMail } from '../../design/letter.tsx';
import type { Writing } from '../../design/type.ts';
import { writeInstant } from '../../design/type.ts';
import type { MailOrder } from '../../platform/feature.ts';
import type { Translate } from '../../platform/words/translate.ts';

/** A right that will end. */
export interface Ending {
  readonly id: string;
  readonly name: string;
  readonly credit: string;
  readonly endsAt: Date;
  /** What the picture leaves, where it is not every page. */
  readonly leaves: string | null;
  /** By how many things it is used. */
  readonly uses: number;
}

export interface EndingMail {
  readonly t: Translate;
  readonly writing: Writing;
  readonly person: { readonly name: string; readonly email: string };
  readonly endings: readonly Ending[];
  readonly publicUrl: string;
  readonly publication: { readonly name: string; readonly accent: string };
}

/** One mail about all pictures whose right ends soon. */
export function endingMail({ t, writing, person, endings, publicUrl, publication }: EndingMail): MailOrder {
  const count = endings.length;
  // One picture may end on several terms: each is an item of its own.
  const items = endings.map((ending) => ({ name: ending.name, says: sayWhen(ending, { t, writing }), url: `${publicUrl}/desk/pictures/${ending.id}` }));
  return letterMail({
    to: person.email, language: writing.language, letter: { subject: t('mail.ending.subject', { count }), paragraphs: [t('mail.ending.lead', { name: person.name, count })], items },
    foot: [t('mail.ending.foot')], sender: publication.name, accent: publication.accent,
  });
}

function sayWhen({ endsAt, leaves, uses, credit }: Ending, { t, writing }: Pick<EndingMail, 't' | 'writing'>): string {
  const at = writeInstant(endsAt, writing);
  const says = leaves === null ? t('mail.ending.everywhere', { at, count: uses }) : t('mail.ending.one', { at, title: leaves });
  return credit === '' ? says : `${credit}. ${says}`;
}
