import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { PersonMarks } from '../../../../design/desk/person.tsx';
import { shortWhen } from '../../../../design/desk/times.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { usePlace } from '../../../publication/desk/lent.ts';
import { StateMark } from '../state-mark.tsx';
import type { StoryLine } from '../../told.ts';

export function StoryRow({ story }: { readonly story: StoryLine }): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  const when = shortWhen(new Date(story.changedAt), new Date(), place);
  return (
    <li className="story-row">
      <Link to={`/stories/${story.id}`} className="story-row-link" data-row>
        <span className="story-row-title" lang={story.language}>
          {story.kicker !== '' && <span className="story-row-kicker">{story.kicker} </span>}
          {story.headline || t('stories.untitled')}
        </span>
      </Link>
      <span className="story-row-facts">
        <StateMark story={story} />
        <span>{story.section.name}</span>
        {story.authors.length > 0 && <span className="story-row-authors">{story.authors.map((one) => one.name).join(', ')}</span>}
      </span>
      <span className="story-row-when">
        <PersonMarks people={story.present} label={(name) => t('stories.present', { name })} />
        <span>{t('stories.changed', { when, name: story.changedBy.name })}</span>
      </span>
      {story.picture?.thumb != null ? <img className="story-row-thumb" src={story.picture.thumb} alt="" loading="lazy" /> : <span className="story-row-thumb" />}
    </li>
  );
}
