/**
 * What another house shows, as it stands on our page: its title, its house, a picture of ours, and a button that says
 * what will happen; without a picture its words are the card. The frame waits in a template, which browsers do not load; the script (embed.client.ts) takes it out
 * when the reader says so. Without script there is the link.
 */
import type { ReactElement } from 'react';
import { Allow, Script } from '../../../design/script.tsx';
import { Style } from '../../../design/sheet.tsx';
import type { Translate } from '../../../platform/words/translate.ts';
import type { PictureSummary } from '../../pictures/picture.ts';
import { Picture } from '../../pictures/views.tsx';
import type { EmbedSummary } from '../embed.ts';
import { permissions, sandbox } from '../rules.ts';
import { embedSheet } from './embed-sheet.ts';

export interface EmbedValues {
  readonly embed: EmbedSummary;
  readonly poster: PictureSummary | undefined;
  readonly reading: { readonly language: string; readonly t: Translate };
}

export function EmbedView({ embed, poster, reading }: EmbedValues): ReactElement {
  const { t } = reading;
  const { provider, title, author, url, frame, language } = embed;
  const lang = language === reading.language ? undefined : language;
  const stage = frame === null ? null : <Stage embed={embed} frame={frame} poster={poster} t={t} />;
  const bare = frame !== null && poster?.ready !== true;
  return (
    <figure className={`embed${frame === null ? ' embed-link' : bare ? ' embed-card' : ''}`} data-embed={frame === null ? undefined : provider.id} data-house={bare ? provider.name : undefined}>
      <Style of={embedSheet} />
      {bare ? null : stage}
      <figcaption>
        <b>{provider.name}</b>
        <strong lang={lang}>
          <a href={url} rel="noopener noreferrer external">{title}</a>
        </strong>
        {author === '' ? null : <span lang={lang}>{author} </span>}
        {poster === undefined || poster.credit === '' || frame === null ? null : <small>{t('picture-credit', { credit: poster.credit })}</small>}
        {frame === null ? null : <Agreement provider={provider} t={t} />}
      </figcaption>
      {bare ? stage : null}
    </figure>
  );
}

function Stage({ embed, frame, poster, t }: { readonly embed: EmbedSummary; readonly frame: string; readonly poster: PictureSummary | undefined; readonly t: Translate }): ReactElement {
  const { id, provider, title, shape, frameOrigins, referrer } = embed;
  const css = 'ratio' in shape ? `aspect-ratio:${Math.round(shape.ratio * 1000) / 1000}` : `height:${shape.height}px`;
  return (
    <>
      <Style of={{ name: `embed-${id}`, css: `#embed-${id}{${css}}` }} />
      <Script of="embed" />
      {frameOrigins.map((origin) => <Allow key={origin} directive="frame-src" source={origin} />)}
      <div className="embed-stage" id={`embed-${id}`}>
        {poster?.ready === true ? <Picture picture={poster} sizes="(min-width:48rem) 42rem,100vw" alt="" /> : null}
        <button type="button" hidden>
          {t('embed-load', { provider: provider.name })}
        </button>
        <template>
          <iframe src={frame} title={t('embed-frame', { provider: provider.name, title })} sandbox={sandbox} allow={permissions} referrerPolicy={referrer} loading="lazy" />
        </template>
      </div>
    </>
  );
}

/** What happens, before it does; then the wish, and its taking back. The script shows what is of use. */
function Agreement({ provider: { name, company }, t }: Pick<EmbedSummary, 'provider'> & { readonly t: Translate }): ReactElement {
  return (
    <span className="embed-agree">
      <span>{t('embed-learns', { who: company === name ? name : `${name} (${company})` })} </span>
      <label hidden>
        <input type="checkbox" />
        {t('embed-always', { provider: name })}
      </label>
    </span>
  );
}
