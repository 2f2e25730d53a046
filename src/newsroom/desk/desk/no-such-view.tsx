import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Empty } from '../../../design/desk/states.tsx';
import { View } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';

export function NoSuchView(): ReactElement {
  const { t } = useWords();
  return (
    <View title={t('desk.no-view')}>
      <Empty title={t('desk.no-view.text')}>
        <Link to="/">{t('desk.no-view.back')}</Link>
      </Empty>
    </View>
  );
}
