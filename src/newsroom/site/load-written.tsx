/** Pages that the desk writes, the list of corrections, the transparency report. */
import type { House } from '../../platform/feature.ts';
import type { Page, PageRequest } from '../../platform/pages/page.ts';
import { readYear, reportingTranslator, reportLines, TransparencyView } from '../comments/comments.ts';
import { publicPage } from '../pages/pages.ts';
import { pageSocial } from '../reach/reach.ts';
import { listCorrections } from '../stories/stories.ts';
import { answer } from './answer.tsx';
import { readingOf } from './frame.tsx';
import { loadGround } from './load-site.ts';
import { notFoundPage } from './notice-pages.tsx';
import { CorrectionsView, WrittenView } from './written.tsx';

/** Two years of a careful newsroom. */
const correctionsShown = 200;

export async function writtenPage(house: House, request: PageRequest): Promise<Page> {
  const written = await publicPage(house.db, request.params['slug'] ?? '');
  if (written === null) return notFoundPage(house, request, ['pages']);
  const { site, publisher } = await loadGround(house, written.language);
  const { path, now } = request;
  const { title, body, language } = written;
  return answer({
    site, tags: [`page:${written.id}`], content: <WrittenView title={title} body={body} reading={readingOf(site, language, now)} />,
    view: { language, now, title, description: '', path, social: pageSocial({ type: 'website', title, description: '', url: path, language }, publisher) },
  });
}

export async function correctionsPage(house: House, { path, now }: PageRequest): Promise<Page> {
  const [{ site }, lines] = await Promise.all([loadGround(house, null), listCorrections(house.db, correctionsShown)]);
  const reading = readingOf(site, site.language, now);
  const corrections = lines.map(({ correction: { id, at, text }, story }) => ({ id, at, text, story }));
  return answer({
    site, tags: ['corrections', 'latest', ...lines.map(({ story }) => `story:${story.id}`)], content: <CorrectionsView corrections={corrections} reading={reading} />,
    view: { language: site.language, now, title: reading.t('corrections-title'), description: reading.t('corrections-about'), path },
  });
}

/** How the newsroom moderates, in numbers; counted once an hour at most. */
export async function transparencyPage(house: House, request: PageRequest): Promise<Page> {
  const [{ site }, report] = await Promise.all([loadGround(house, null), readYear(house, request)]);
  const { writing } = readingOf(site, site.language, request.now);
  const t = reportingTranslator(writing.language, site.form);
  return answer({
    site, tags: ['transparency'], expires: report.expires, content: <TransparencyView year={report.year} years={report.years} lines={reportLines(report.numbers)} t={t} writing={writing} />,
    view: { language: site.language, now: request.now, title: `${t('transparency.title')} ${report.year}`, description: t('transparency.lead'), path: request.path },
  });
}
