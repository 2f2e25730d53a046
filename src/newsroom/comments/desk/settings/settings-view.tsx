/** What holds for the discussions of the site, and of a section and all below it. */
import { Button, Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Trouble, Waiting } from '../../../../design/desk/states.tsx';
import { useSending } from '../../../../design/desk/use-sending.ts';
import { View as Frame } from '../../../../design/desk/view.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { ask, read } from '../../../../platform/browser/api.ts';
import { usePublication } from '../../../publication/desk/lent.ts';
import { useSections } from '../../../sections/desk/lent.ts';
import { sectionName } from '../../../sections/section.ts';
import type { Challenge, Mode, Openness } from '../../comment.ts';
import { challenges } from '../../comment.ts';
import { longestSentence } from '../../rules.ts';
import { PolicyFieldset } from './policy-fields.tsx';
import type { PolicyFields } from './policy-fields.tsx';

interface Settings extends PolicyFields {
  readonly scope: string;
  readonly challenge: Challenge | null;
  readonly sentences: Readonly<Record<string, string>>;
  readonly version: number;
  readonly holds: { readonly openness: Openness; readonly hours: number; readonly mode: Mode; readonly challenge: Challenge; readonly sentences: Readonly<Record<string, string>> };
}

export function View(): ReactElement {
  const { t, language } = useWords();
  const sections = useSections();
  const [scope, setScope] = useState('site');
  const { data, error, refetch } = useQuery({ queryKey: ['comments', 'settings', scope], queryFn: ({ signal }) => read<Settings>(`/comments/settings/${scope}`, signal) });
  const scopes = [{ value: 'site', label: t('threads.site') }, ...sections.map((one) => ({ value: one.id, label: sectionName(one, language) }))];
  return (
    <Frame title={t('threads.settings')} about={t('threads.settings.about')} width="text">
      <Select mb="md" maw="24rem" label={t('threads.scope')} data={scopes} value={scope} onChange={(value) => value !== null && setScope(value)} searchable />
      {error !== null && <Trouble error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && <Form key={`${scope} ${data.version}`} settings={data} />}
    </Frame>
  );
}

function Form({ settings }: { readonly settings: Settings }): ReactElement {
  const { t, locale } = useWords();
  const { languages } = usePublication();
  const { busy, send } = useSending();
  const [policy, setPolicy] = useState<PolicyFields>({ openness: settings.openness, hours: settings.hours, mode: settings.mode });
  const [challenge, setChallenge] = useState(settings.challenge);
  const [sentences, setSentences] = useState(settings.sentences);
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const ours = [...new Set(languages.map((one) => one.slice(0, 2)))].filter((one) => ['de', 'fr', 'it', 'en'].includes(one));
  const save = () => {
    const said = Object.fromEntries(Object.entries(sentences).filter(([, sentence]) => sentence.trim() !== ''));
    const body = { ...policy, sentences: said, ...(settings.scope === 'site' && { challenge }) };
    void send(() => ask('PATCH', `/comments/settings/${settings.scope}`, { body, version: settings.version }), { said: t('desk.saved'), refresh: ['comments'] });
  };
  return (
    <form className="form" onSubmit={(event) => (event.preventDefault(), save())}>
      <PolicyFieldset value={policy} above={settings.holds} onChange={setPolicy} />
      {settings.scope === 'site' && <Select label={t('threads.challenge')} description={t('threads.challenge.text')} clearable placeholder={t(`threads.challenge.${settings.holds.challenge}`)} data={challenges.map((one) => ({ value: one, label: t(`threads.challenge.${one}`) }))} value={challenge} onChange={(value) => setChallenge(value as Challenge | null)} />}
      {ours.map((one) => (
        <Textarea
          key={one} lang={one} label={t('threads.sentence', { language: names.of(one) ?? one })} description={t('threads.sentence.text')} placeholder={settings.holds.sentences[one] ?? ''} autosize minRows={2} maxLength={longestSentence}
          value={sentences[one] ?? ''} onChange={(event) => setSentences({ ...sentences, [one]: event.currentTarget.value })}
        />
      ))}
      <div><Button type="submit" loading={busy}>{t('desk.save')}</Button></div>
    </form>
  );
}
