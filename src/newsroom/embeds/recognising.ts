/** The houses that the program knows: their addresses, the frames that stand for them, and what they are called. Pure. */
import type { Provider, Shape } from './embed.ts';

export interface Recognised {
  /** The page's address without what follows the reader around. */
  readonly url: string;
  readonly frame: string;
  readonly shape: Shape;
}

export interface KnownProvider extends Pick<Provider, 'id' | 'name' | 'company' | 'hosts' | 'frameHosts' | 'endpoint'> {
  /** YouTube refuses to play without a referrer (its error 153); Vimeo's films can be bound to a domain. */
  readonly referrer?: 'strict-origin';
  /** Null: a page of the house that cannot be embedded. */
  recognise(url: URL): Recognised | null;
}

const film: Shape = { ratio: 16 / 9 };
const upright: Shape = { ratio: 9 / 16 };
/** A post is as tall as its text; what does not fit is scrolled in the frame. In pixels. */
const post: Shape = { height: 460 };

export const knownProviders: readonly KnownProvider[] = [
  {
    id: 'youtube', name: 'YouTube', company: 'Google', hosts: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'], frameHosts: ['www.youtube-nocookie.com'],
    endpoint: 'https://www.youtube.com/oembed', referrer: 'strict-origin',
    recognise(url) {
      const [first = '', second = ''] = steps(url);
      const id = url.hostname.endsWith('youtu.be') ? first : first === 'watch' ? url.searchParams.get('v') ?? '' : ['shorts', 'live', 'embed', 'v'].includes(first) ? second : '';
      if (!/^[\w-]{11}$/u.test(id)) return null;
      const start = seconds(url.searchParams.get('t') ?? url.searchParams.get('start') ?? '');
      const page = first === 'shorts' ? `https://www.youtube.com/shorts/${id}` : `https://www.youtube.com/watch?v=${id}${start === 0 ? '' : `&t=${start}`}`;
      return { url: page, frame: `https://www.youtube-nocookie.com/embed/${id}?rel=0${start === 0 ? '' : `&start=${start}`}`, shape: first === 'shorts' ? upright : film };
    },
  },
  {
    id: 'vimeo', name: 'Vimeo', company: 'Vimeo', hosts: ['vimeo.com'], frameHosts: ['player.vimeo.com'], endpoint: 'https://vimeo.com/api/oembed.json', referrer: 'strict-origin',
    recognise(url) {
      const [, id = '', hash = ''] = /^\/(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/)?(\d{5,12})(?:\/([0-9a-f]{8,12}))?\/?$/u.exec(url.pathname) ?? [];
      const key = hash || (/^[0-9a-f]{8,12}$/u.exec(url.searchParams.get('h') ?? '')?.[0] ?? '');
      return id === '' ? null : { url: `https://vimeo.com/${id}${key === '' ? '' : `/${key}`}`, frame: `https://player.vimeo.com/video/${id}?dnt=1${key === '' ? '' : `&h=${key}`}`, shape: film };
    },
  },
  {
    id: 'instagram', name: 'Instagram', company: 'Meta', hosts: ['instagram.com'], frameHosts: ['www.instagram.com'], endpoint: null,
    recognise(url) {
      const [, kind = '', code = ''] = /^(?:\/[\w.]+)?\/(p|reel|reels|tv)\/([\w-]{5,20})\/?$/u.exec(url.pathname) ?? [];
      const page = `https://www.instagram.com/${kind.replace('reels', 'reel')}/${code}/`;
      return code === '' ? null : { url: page, frame: `${page}embed/captioned/`, shape: { height: 640 } };
    },
  },
  {
    id: 'tiktok', name: 'TikTok', company: 'TikTok', hosts: ['tiktok.com'], frameHosts: ['www.tiktok.com'], endpoint: 'https://www.tiktok.com/oembed',
    recognise(url) {
      const [, user = '', id = ''] = /^\/(@[\w.-]+)\/video\/(\d{10,22})\/?$/u.exec(url.pathname) ?? [];
      return id === '' ? null : { url: `https://www.tiktok.com/${user}/video/${id}`, frame: `https://www.tiktok.com/embed/v2/${id}`, shape: { height: 740 } };
    },
  },
  {
    id: 'x', name: 'X', company: 'X Corp.', hosts: ['x.com', 'twitter.com'], frameHosts: ['platform.twitter.com', 'platform.x.com'], endpoint: 'https://publish.twitter.com/oembed',
    recognise(url) {
      const [, user = '', id = ''] = /^\/(\w{1,20})\/status(?:es)?\/(\d{5,22})/u.exec(url.pathname) ?? [];
      return id === '' ? null : { url: `https://x.com/${user}/status/${id}`, frame: `https://platform.twitter.com/embed/Tweet.html?id=${id}&dnt=true`, shape: post };
    },
  },
  {
    id: 'bluesky', name: 'Bluesky', company: 'Bluesky Social', hosts: ['bsky.app'], frameHosts: ['embed.bsky.app'], endpoint: 'https://embed.bsky.app/oembed',
    recognise(url) {
      const [, who = '', key = ''] = /^\/profile\/([\w.:%-]{3,260})\/post\/([a-z2-7]{10,16})\/?$/u.exec(url.pathname) ?? [];
      return key === '' ? null : { url: `https://bsky.app/profile/${who}/post/${key}`, frame: `https://embed.bsky.app/embed/${who}/app.bsky.feed.post/${key}`, shape: post };
    },
  },
  {
    // Mastodon is many houses: the list names those that the newsroom embeds, and grows by hand.
    id: 'mastodon', name: 'Mastodon', company: 'Mastodon', endpoint: null,
    hosts: ['mastodon.social', 'mastodon.online', 'tooting.ch', 'swiss.social', 'troet.cafe', 'chaos.social', 'social.tchncs.de', 'mstdn.social', 'mas.to', 'piaille.fr', 'mastodon.uno'], frameHosts: [],
    recognise(url) {
      const [, user = '', id = ''] = /^\/(@[\w.-]+(?:@[\w.-]+)?)\/(\d{5,24})\/?$/u.exec(url.pathname) ?? [];
      return id === '' ? null : { url: `https://${url.hostname}/${user}/${id}`, frame: `https://${url.hostname}/${user}/${id}/embed`, shape: post };
    },
  },
  {
    id: 'spotify', name: 'Spotify', company: 'Spotify', hosts: ['open.spotify.com'], frameHosts: ['open.spotify.com'], endpoint: 'https://open.spotify.com/oembed',
    recognise(url) {
      const [, kind = '', id = ''] = /^\/(?:intl-[a-z]{2}\/)?(?:embed\/)?(track|album|playlist|episode|show|artist)\/([A-Za-z0-9]{22})\/?$/u.exec(url.pathname) ?? [];
      const small = kind === 'track' || kind === 'episode' || kind === 'show';
      return id === '' ? null : { url: `https://open.spotify.com/${kind}/${id}`, frame: `https://open.spotify.com/embed/${kind}/${id}`, shape: { height: small ? 152 : 352 } };
    },
  },
  {
    id: 'datawrapper', name: 'Datawrapper', company: 'Datawrapper', hosts: ['datawrapper.dwcdn.net', 'datawrapper.de'], frameHosts: ['datawrapper.dwcdn.net'], endpoint: 'https://api.datawrapper.de/v3/oembed/',
    recognise(url) {
      const [, id = ''] = /^\/(?:_\/)?([A-Za-z0-9]{5})(?:\/\d{0,6})?\/?$/u.exec(url.pathname) ?? [];
      const page = `https://datawrapper.dwcdn.net/${id}/`;
      return id === '' ? null : { url: page, frame: page, shape: { height: 480 } };
    },
  },
];

export function knownById(id: string): KnownProvider | undefined {
  return knownProviders.find((one) => one.id === id);
}

/** Whether a host is one of these, or below one of them. */
export function isHostOf(host: string, hosts: readonly string[]): boolean {
  return hosts.some((one) => host === one || host.endsWith(`.${one}`));
}

function steps(url: URL): string[] {
  return url.pathname.split('/').filter((step) => step !== '');
}

/** `90`, `90s`, `1m30s`, `1h2m3s`. */
function seconds(text: string): number {
  const [, hours = 0, minutes = 0, rest = 0] = /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?$/u.exec(text) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}
