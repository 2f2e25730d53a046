/** Says that nothing new can arrive, as long as it is so. */
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../../design/desk/icons.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { hear, lost, reconnected } from '../../../../platform/browser/events.ts';

export function Connection(): ReactElement {
  const { t } = useWords();
  const [away, setAway] = useState(false);
  useEffect(() => {
    const deaf = [hear(lost, () => setAway(true)), hear(reconnected, () => setAway(false))];
    return () => deaf.forEach((stop) => stop());
  }, []);
  return <div role="status">{away && <p className="queue-away"><Icon name="warn" size={16} /> {t('comments.away')}</p>}</div>;
}
