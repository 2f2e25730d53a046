/** What is said of a film: saved when a field is left. What readers need and is not there yet is named. */
import { Select, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { tellProblem } from '../../../design/desk/tell.ts';
import { useWords } from '../../../design/desk/words.tsx';
import type { Video } from './types.ts';
import { useChangeVideo } from './use-videos.ts';

const fields = ['title', 'description', 'credit'] as const;
type Field = (typeof fields)[number];

export function VideoFields({ video }: { readonly video: Video }): ReactElement {
  const { t } = useWords();
  const [text, setText] = useState({ title: video.title, description: video.description, credit: video.credit });
  const change = useChangeVideo(video.id);
  const save = useSaveOnLeaving(video, text);
  const lacks = (field: Field) => video.missing.some(({ name }) => name === field) && text[field].trim() === '';
  const props = (field: Field) => ({
    label: t(`videos.field.${field}`), value: text[field], onBlur: save, error: lacks(field) ? t(`videos.missing.${field}`) : undefined,
    onChange: (event: { currentTarget: { value: string } }) => setText({ ...text, [field]: event.currentTarget.value }),
  });
  return (
    <div className="form">
      <TextInput {...props('title')} />
      <TextInput {...props('credit')} description={t('videos.hint.credit')} />
      <Textarea autosize minRows={2} {...props('description')} description={t('videos.hint.description')} />
      <Select label={t('videos.field.language')} data={['de', 'fr', 'it', 'en', 'rm'].map((tag) => ({ value: tag, label: t(`videos.language.${tag}`) }))} value={video.language} allowDeselect={false} onChange={(language) => language !== null && void change({ language }).catch((error: unknown) => tellProblem(error, t))} />
    </div>
  );
}

/** One save after the other, each with whatever stands in the fields by then; leaving the view leaves the field too. */
function useSaveOnLeaving(video: Video, text: Pick<Video, Field>): () => void {
  const { t } = useWords();
  const change = useChangeVideo(video.id);
  const written = useRef(text);
  const running = useRef(Promise.resolve());
  const known = useRef<Pick<Video, Field>>(video);
  written.current = text;
  const save = () => {
    running.current = running.current.then(async () => {
      const changed = fields.filter((field) => written.current[field] !== known.current[field]);
      if (changed.length === 0) return;
      known.current = await change(Object.fromEntries(changed.map((field) => [field, written.current[field]])));
    }).catch((error: unknown) => tellProblem(error, t));
  };
  useEffect(() => save, []);
  return save;
}
