/** What the parts of a discussion are given to speak with, and the sentences that take more than a key. Pure. */
import type { Writing } from '../../../design/type.ts';
import { writeInstant, writeNumber } from '../../../design/type.ts';
import type { Translate } from '../../../platform/words/translate.ts';
import { interfaceLanguage, translator } from '../../../platform/words/translate.ts';
import type { Language } from '../../../platform/words/words.ts';
import { languages } from '../../../platform/words/words.ts';
import type { DiscussionPage } from '../discussion.ts';
import { closedBecause, closesAt, isOpen } from '../rules.ts';
import { words } from '../words.ts';

export interface Speaking {
  readonly language: string;
  readonly writing: Writing;
  readonly now: Date;
  readonly t: Translate;
}

const translators = new Map<Language, Translate>(languages.map((language) => [language, translator([words], language)]));

/** `form` is how the newsroom addresses its readers in German. Each number is also given as the language writes it. */
export function commentsTranslator(language: Language, form: 'du' | 'sie'): Translate {
  const translate = translators.get(language) as Translate;
  return (key, values = {}) => {
    const written = Object.entries(values).flatMap(([name, value]) => (typeof value === 'number' ? [[`${name}Written`, writeNumber(value, language)]] : []));
    return translate(key, { form, ...values, ...Object.fromEntries(written) as Record<string, string> });
  };
}

/** In the language of a page, with the site's hours. */
export function speakingIn({ language, timeZone, form, now }: { language: string; timeZone: string; form: 'du' | 'sie'; now: Date }): Speaking {
  const ours = interfaceLanguage(language);
  return { language, now, writing: { language: ours, timeZone }, t: commentsTranslator(ours, form) };
}

/** Until when it is open, or since when it is closed and why: one sentence, the newsroom's own where it has one. */
export function standing(thread: Pick<DiscussionPage['thread'], 'facts' | 'policy' | 'sentence' | 'language'>, { now, t, writing }: Speaking): string {
  const end = closesAt(thread.facts);
  if (isOpen(thread.facts, now)) {
    const until = end === 'never' ? t('open-always') : t('open-until', { instant: writeInstant(end, writing) });
    return thread.policy.mode === 'before' ? `${until} ${t('rules.mode.before')}` : until;
  }
  return closedSentence(thread, { writing, t });
}

/** Why it is closed. What a refusal says is what the page says. */
export function closedSentence({ facts, policy, sentence }: Pick<DiscussionPage['thread'], 'facts' | 'policy' | 'sentence'>, { writing, t }: Pick<Speaking, 'writing' | 't'>): string {
  const own = sentence || policy.sentences[writing.language];
  if (own !== undefined && own !== '') return own;
  const end = closesAt(facts);
  const instant = end === 'never' ? '' : writeInstant(end, writing);
  const because = closedBecause(facts);
  // Let go on by an editor, it was not open for as many hours as the rule says.
  return t(`closed-${because === 'time' && facts.openUntil !== null ? 'end' : because}`, { instant, hours: facts.hours });
}

/** How the page of a discussion is called, and what it says of itself. */
export function nameOf(headline: string, { t }: Pick<Speaking, 't'>): { readonly title: string; readonly description: string } {
  return { title: t('discussion-of', { headline }), description: t('discussion-description', { headline }) };
}
