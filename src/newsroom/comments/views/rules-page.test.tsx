import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { housePolicy } from '../rules.ts';
import { RulesView } from './rules-page.tsx';
import { speakingIn } from './speaking.ts';

const page = (policy: Partial<typeof housePolicy>, language = 'de') => renderToStaticMarkup(<RulesView policy={{ ...housePolicy, ...policy }} speaking={speakingIn({ language, timeZone: 'Europe/Zurich', form: 'du', now: new Date('2026-11-23T08:00:00Z') })} />);

describe('The rules of the discussion', () => {
  it('say what holds: what is read first, and for how long a discussion is open', () => {
    expect(page({})).toContain('Die Redaktion liest jeden Kommentar, bevor er erscheint. Eine Diskussion ist in der Regel 24 Stunden ab Publikation offen');
    expect(page({ mode: 'after', openness: 'always' })).toContain('die Redaktion liest mit. Diskussionen bleiben offen.');
    expect(page({ hours: 1 }, 'fr')).toContain('une heure après la publication');
  });
  it('promise the times that the desk keeps', () => {
    expect(page({})).toMatch(/innert 24 Stunden, sonst innert 3 Tagen[\s\S]*6 Monate lang[\s\S]*innert 7 Tagen/u);
  });
  it('name every reason of the house list, and not the one that is in own words', () => {
    expect(page({}).match(/<li>Der Kommentar|<li>Dasselbe/gu)).toHaveLength(9);
    expect(page({})).not.toContain('begründet es so');
  });
});
