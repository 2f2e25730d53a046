/** The head of a page: nameplate, menu, sections. Works without script: the menu is a `details`. */
import type { ReactElement, ReactNode } from 'react';
import { sheet, Style } from './sheet.tsx';

export interface NavigationItem {
  readonly name: string;
  readonly url: string;
  /** `page`: this is the page itself; `within`: the page stands below it. */
  readonly current?: 'page' | 'within';
  readonly children: readonly NavigationItem[];
}

export interface MastheadValues {
  readonly name: string;
  readonly tagline: string;
  /** A wide one holds the name and stands in its place, any other stands before it. */
  readonly logo: { readonly url: string; readonly width: number; readonly height: number } | null;
  readonly navigation: readonly NavigationItem[];
  /** «Montag, 23. November 2026»: the front page's date line. */
  readonly day: string | null;
  readonly words: MastheadWords;
}

export interface MastheadWords {
  readonly menu: string;
  readonly sections: string;
  readonly search: string;
  readonly home: string;
}

/** A logo this many times as wide as high is a word. */
const wordmark = 2.5;

export function Masthead(values: MastheadValues): ReactElement {
  const { name, day, tagline, navigation, words } = values;
  return (
    <div className={day === null ? 'mast' : 'mast mast-front'}>
      <Style of={mastheadSheet} />
      {day === null ? null : <Style of={frontMastheadSheet} />}
      <div className="wrap mast-bar">
        <Menu {...values} />
        <a className="mast-name" href="/" aria-label={`${name}, ${words.home}`}>
          <Nameplate {...values} />
        </a>
        <a className="mast-search screen" href="/suche">
          <span>{words.search}</span>
        </a>
      </div>
      {day === null ? null : (
        <p className="wrap mast-day">
          <span>{day}</span>
          <span>{tagline}</span>
        </p>
      )}
      {navigation.length === 0 ? null : (
        <nav className="wrap mast-nav screen" aria-label={words.sections}>
          <ul>
            {navigation.map((item) => (
              <li key={item.url}>{link(item)}</li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}

function Nameplate({ name, logo }: MastheadValues): ReactNode {
  if (logo === null) return name;
  const word = logo.width > wordmark * logo.height;
  return (
    <>
      {/* Phones have no room for a mark: one that waits for its layout is not loaded there. */}
      <img className={word ? 'mast-word' : 'mast-mark'} src={logo.url} width={logo.width} height={logo.height} alt="" loading={word ? undefined : 'lazy'} />
      {word ? null : name}
    </>
  );
}

function Menu({ navigation, words }: MastheadValues): ReactElement {
  return (
    <details className="menu screen">
      <summary>
        <span>{words.menu}</span>
      </summary>
      <div className="menu-sheet">
        <nav className="wrap" aria-label={words.menu}>
          <form action="/suche" role="search">
            <label className="away" htmlFor="menu-search">
              {words.search}
            </label>
            <input id="menu-search" type="search" name="q" />
            <button>{words.search}</button>
          </form>
          <ul>
            {navigation.map((item) => (
              <li key={item.url}>
                {link(item)}
                {item.children.length === 0 ? null : (
                  <ul>
                    {item.children.map((child) => (
                      <li key={child.url}>{link(child)}</li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </details>
  );
}

function link({ name, url, current }: NavigationItem): ReactElement {
  return (
    <a href={url} aria-current={current === 'page' ? 'page' : current === 'within' ? true : undefined}>
      {name}
    </a>
  );
}

const mastheadSheet = sheet(
  'masthead',
  `
  .mast { position: relative; border-bottom: 1px solid var(--line) }
  .mast-bar { display: grid; grid-template-columns: 1fr auto 1fr; align-items: center; gap: 1rem; min-height: 3.75rem }
  .mast-name { grid-column: 2; font: 530 1.5rem/1 var(--display); letter-spacing: -.025em; white-space: nowrap }
  .mast-name:hover { text-decoration: none }
  .mast-name img { display: inline-block; width: auto; max-width: 60vw; height: 1.2em; background: none }
  .mast-name .mast-mark { height: .82em; margin-right: .28em; vertical-align: -.06em }
  .mast-search { justify-self: end; padding: .75rem 0; font-size: .875rem; font-weight: 600 }
  .mast-search::before { content: ''; display: inline-block; width: 1rem; height: 1rem; margin: 0 .45rem -.15rem 0; background: radial-gradient(circle at 42% 42%, transparent 32%, currentColor 34% 47%, transparent 50%), linear-gradient(45deg, transparent 45%, currentColor 46% 56%, transparent 57%) 100% 100%/42% 42% no-repeat; transform: scaleX(1) }
  .mast-nav { overflow-x: auto; scrollbar-width: none }
  .mast-nav ul { display: flex; gap: 1.35rem; width: max-content; min-width: 100% }
  .mast-nav a { display: block; padding: .7rem 0; font-size: .9375rem; font-weight: 600; line-height: 1.25 }
  .mast-nav [aria-current] { box-shadow: inset 0 -3px var(--accent) }
  .mast a:focus-visible { outline-offset: -3px }
  .menu { grid-column: 1 }
  .menu summary { display: inline-block; padding: .75rem 0; font-size: .875rem; font-weight: 600; cursor: pointer; list-style: none }
  .menu summary::-webkit-details-marker { display: none }
  .menu summary::before { content: ''; display: inline-block; width: 1.1rem; height: .7rem; margin-right: .55rem; border-block: 2px solid; background: linear-gradient(currentColor, currentColor) center/100% 2px no-repeat }
  .menu[open] summary::before { border-bottom-color: transparent; background-position: bottom }
  .menu-sheet { position: absolute; z-index: 3; inset: 3.75rem 0 auto; padding: 1.25rem 0 2rem; background: var(--paper); border-block: 1px solid var(--ink) }
  .menu nav > ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 1.5rem 1rem }
  .menu li a { display: block; padding: .3rem 0 }
  .menu nav > ul > li > a { font: 530 1.25rem/1.2 var(--display) }
  .menu li li a { color: var(--soft); font-size: .9375rem }
  .menu form { display: flex; max-width: 32rem; margin-bottom: 1.5rem }
  .menu input { flex: 1; min-width: 0; padding: .6rem .75rem; border: 1px solid var(--edge); border-radius: 0; background: var(--paper) }
  .menu button { padding: .6rem 1rem; border: 0; background: var(--ink); color: var(--paper); font-weight: 600; cursor: pointer }
  @media (max-width: 47.99rem) { .mast-name .mast-mark { display: none } .mast-bar { gap: .25rem; grid-template-columns: 2.75rem 1fr 2.75rem } .mast-name { justify-self: center; font-size: clamp(1.25rem, 6.2vw, 1.6rem); text-align: center; white-space: normal; text-wrap: balance } .menu summary, .mast-search { padding: .85rem 0 } .menu summary span, .mast-search span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) } .menu summary::before { width: 1.35rem; height: .85rem } .mast-search::before { width: 1.35rem; height: 1.35rem; margin-right: 0 } }
  @media (min-width: 48rem) { .mast-name { font-size: 1.9rem } }
  @media print { .mast { border-bottom: 2px solid } .mast-bar { display: block; min-height: 0; padding: 0 0 .4rem } .mast-name { font-size: 1.3rem } }
  `,
);

const frontMastheadSheet = sheet(
  'masthead-front',
  `
  .mast-front .mast-name { font-size: clamp(1.4rem, 7.4vw, 2.5rem) }
  .mast-front .mast-bar { padding-top: .4rem }
  .mast-day { display: flex; flex-wrap: wrap; justify-content: center; gap: .1rem 1.5rem; padding-bottom: .9rem; color: var(--soft); font-size: .8125rem; text-align: center }
  .mast-front { border: 0 }
  .mast-front .mast-nav { border-block: 1px solid var(--ink); border-top-width: 3px }
  @media (max-width: 47.99rem) { .mast-day span + span { display: none } }
  @media (min-width: 48rem) { .mast-front .mast-name { font-size: clamp(3.25rem, 1rem + 4.6vw, 4.25rem) } .mast-front .mast-bar { min-height: 6.25rem } .mast-day { justify-content: space-between } .mast-front .mast-nav ul { justify-content: space-between } .mast-front .menu-sheet { inset: 5.5rem 0 auto } }
  `,
);
