/** Who may do what, as the doors of the features say. */
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Trouble, Waiting } from '../../../design/desk/states.tsx';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { read } from '../../../platform/browser/api.ts';
import type { Role } from '../roles.ts';

interface Roles {
  readonly roles: readonly Role[];
  readonly items: readonly { readonly feature: string; readonly act: string; readonly roles: readonly Role[] }[];
}

export function View(): ReactElement {
  const { t } = useWords();
  const { data, error } = useQuery({ queryKey: ['roles'], queryFn: () => read<Roles>('/staff/roles') });
  return (
    <Frame title={t('staff.roles')} about={t('staff.roles.about')} width="whole">
      {error !== null && <Trouble error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && (
        <div className="table-scroll" role="region" tabIndex={0} aria-label={t('staff.roles')}>
          <table className="facts-table">
            <thead>
              <tr>
                <th scope="col">{t('staff.act')}</th>
                {data.roles.map((role) => <th key={role} scope="col">{t(`staff.role.${role}`)}</th>)}
              </tr>
            </thead>
            <tbody>
              {data.items.map((item) => (
                <tr key={`${item.feature} ${item.act}`}>
                  <th scope="row">{item.act}</th>
                  {data.roles.map((role) => <td key={role}>{item.roles.includes(role) ? '✓' : <span className="unseen">{t('staff.may-not')}</span>}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Frame>
  );
}
