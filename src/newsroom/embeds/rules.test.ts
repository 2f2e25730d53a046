import { describe, expect, it } from 'vitest';
import { knownProviders } from './recognising.ts';
import { findProvider, frameOf, hostProblem, providerList, shapeOf } from './rules.ts';

const all = providerList([]);
const found = (address: string) => {
  const answer = findProvider(address, all);
  return 'refused' in answer ? answer.refused : { provider: answer.provider.id, ...answer.recognised };
};

describe('an address', () => {
  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=PL1&si=spur', 'youtube', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0'],
    ['http://youtu.be/dQw4w9WgXcQ?t=1m30s', 'youtube', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=90', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0&start=90'],
    ['https://m.youtube.com/shorts/dQw4w9WgXcQ', 'youtube', 'https://www.youtube.com/shorts/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0'],
    ['https://vimeo.com/76979871/abcdef0123', 'vimeo', 'https://vimeo.com/76979871/abcdef0123', 'https://player.vimeo.com/video/76979871?dnt=1&h=abcdef0123'],
    ['https://vimeo.com/channels/staffpicks/76979871', 'vimeo', 'https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1'],
    ['https://www.instagram.com/reel/Cx-_yZ12345/?igsh=spur', 'instagram', 'https://www.instagram.com/reel/Cx-_yZ12345/', 'https://www.instagram.com/reel/Cx-_yZ12345/embed/captioned/'],
    ['https://www.tiktok.com/@alp.segen/video/7123456789012345678', 'tiktok', 'https://www.tiktok.com/@alp.segen/video/7123456789012345678', 'https://www.tiktok.com/embed/v2/7123456789012345678'],
    ['https://twitter.com/wetter/status/1234567890123456789?s=20', 'x', 'https://x.com/wetter/status/1234567890123456789', 'https://platform.twitter.com/embed/Tweet.html?id=1234567890123456789&dnt=true'],
    ['https://bsky.app/profile/wetter.example.ch/post/3kabcdefghij2', 'bluesky', 'https://bsky.app/profile/wetter.example.ch/post/3kabcdefghij2', 'https://embed.bsky.app/embed/wetter.example.ch/app.bsky.feed.post/3kabcdefghij2'],
    ['https://tooting.ch/@wetter/112233445566778899', 'mastodon', 'https://tooting.ch/@wetter/112233445566778899', 'https://tooting.ch/@wetter/112233445566778899/embed'],
    ['https://open.spotify.com/intl-de/track/4uLU6hMCjMI75M1A2tKUQC?si=spur', 'spotify', 'https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC', 'https://open.spotify.com/embed/track/4uLU6hMCjMI75M1A2tKUQC'],
    ['https://www.datawrapper.de/_/aB3dE/', 'datawrapper', 'https://datawrapper.dwcdn.net/aB3dE/', 'https://datawrapper.dwcdn.net/aB3dE/'],
  ])('%s is of %s', (address, provider, url, frame) => {
    expect(found(address)).toMatchObject({ provider, url, frame });
  });

  it.each([
    ['https://www.youtube.com/@kanal', 'not-embeddable'], ['https://www.youtube.com/watch?v=%22%3E%3Cscript', 'not-embeddable'], ['https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ', 'no-provider'],
    ['https://notyoutube.com/watch?v=dQw4w9WgXcQ', 'no-provider'], ['https://x.com/wetter', 'not-embeddable'], ['javascript:alert(1)', 'not-an-address'], ['Föhn', 'not-an-address'],
    ['https://user:pw@youtu.be/dQw4w9WgXcQ', 'not-an-address'], ['https://zeitung.example/artikel', 'no-provider'],
  ])('%s stays a link: %s', (address, why) => {
    expect(found(address)).toBe(why);
  });

  it('of a house that is switched off stays a link', () => {
    const off = providerList([{ ...all.find(({ id }) => id === 'youtube')!, enabled: false }]);
    expect(findProvider('https://youtu.be/dQw4w9WgXcQ', off)).toEqual({ refused: 'provider-off', detail: { provider: 'YouTube' } });
  });

  it('gives of every house a frame that may stand on a page of ours', () => {
    const samples = ['https://youtu.be/dQw4w9WgXcQ', 'https://vimeo.com/76979871', 'https://www.instagram.com/p/Cx-_yZ12345/', 'https://www.tiktok.com/@a/video/7123456789012345678', 'https://x.com/a/status/1234567890', 'https://bsky.app/profile/a.example/post/3kabcdefghij2', 'https://mas.to/@a/112233445566', 'https://open.spotify.com/show/4uLU6hMCjMI75M1A2tKUQC', 'https://datawrapper.dwcdn.net/aB3dE/2/'];
    expect(samples).toHaveLength(knownProviders.length);
    for (const sample of samples) {
      const answer = findProvider(sample, all);
      if ('refused' in answer) throw new Error(`${sample}: ${answer.refused}`);
      expect(frameOf(answer.recognised!.frame, answer.provider), sample).toBe(answer.recognised!.frame);
    }
  });
});

describe('a frame', () => {
  const own = { ...all[0]!, own: true, hosts: ['video.example'], frameHosts: [] };
  it.each(['http://video.example/a', 'https://video.example:444/a', 'https://evil.example/a', 'https://a@video.example/', 'javascript:alert(1)', '/a', 'https://video.example.evil/'])('may not come from %s', (address) => {
    expect(frameOf(address, own)).toBeNull();
  });
  it('comes from its house, or from below it', () => {
    expect(frameOf('https://player.video.example/7?a=b', own)).toBe('https://player.video.example/7?a=b');
  });
  it('takes the room that it asks for, within reason', () => {
    expect(shapeOf(640, 360, { height: 1 })).toEqual({ ratio: 640 / 360 });
    expect(shapeOf('100%', '420', { ratio: 2 })).toEqual({ height: 420 });
    expect(shapeOf(300, 600, { ratio: 2 })).toEqual({ height: 600 });
    for (const height of [1, 99_999, 'Föhn', null, Number.NaN]) expect(shapeOf(640, height, { ratio: 2 })).toEqual({ ratio: 2 });
  });
});

it('no house is taken that is ours, or no house', () => {
  expect(hostProblem('video.example.org', 'zeitung.example')).toBeNull();
  for (const host of ['zeitung.example', 'www.zeitung.example', 'example']) expect(hostProblem(host, 'zeitung.example')).toMatchObject({ refused: host === 'example' ? 'not-a-host' : 'own-house' });
  for (const host of ['127.0.0.1', 'https://a.example', 'a.example/x', '*.example.org', 'a_b.example', 'localhost', '']) expect(hostProblem(host, 'zeitung.example')).toMatchObject({ refused: 'not-a-host' });
});
