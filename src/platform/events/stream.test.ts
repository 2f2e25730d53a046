import { afterEach, expect, it, vi } from 'vitest';
import type { Actor, House } from '../feature.ts';
import { Events } from './events.ts';
import { eventsApi } from './stream.ts';

afterEach(() => vi.useRealTimers());

it('tells no more to whoever was suspended, however much there is to tell', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const events = new Events();
  let who: Actor | null = { kind: 'staff', id: 'jonas', name: 'Jonas Çelik', role: 'reporter' };
  const answer = await eventsApi({ events, features: [], whoIs: async () => who } as unknown as House).request('/events');
  const reader = answer.body!.getReader();
  let ended = false;
  const reading = (async () => {
    while (!(await reader.read()).done);
    ended = true;
  })();
  for (let second = 0; second < 60 && !ended; second += 1) {
    if (second === 20) who = null;
    events.hear({ event: 'story.changed', facts: { id: 'k3f9bcdf' }, tags: [] });
    await vi.advanceTimersByTimeAsync(1_000);
    if (second === 19) expect(ended).toBe(false);
  }
  expect(ended).toBe(true);
  await reading;
});
