import { expect, test } from 'vitest';
import { mayAct } from './acts.ts';
import type { Actor } from './feature.ts';

const acts = { 'story.publish': ['editor', 'administrator'], 'story.submit': ['reporter', 'editor'] };
const who = (role: string | null, kind: Actor['kind'] = 'staff'): Actor => ({ kind, id: '1', name: 'Vera Zürcher', role });

test.each([
  ['an editor publishes', who('editor'), 'story.publish', true],
  ['a token has the role it was given', who('editor', 'token'), 'story.publish', true],
  ['a reporter does not publish', who('reporter'), 'story.publish', false],
  ['a reporter submits', who('reporter'), 'story.submit', true],
  ['somebody without a role does nothing', who(null), 'story.submit', false],
  ['nobody does nothing', null, 'story.submit', false],
  ['the program does everything', who(null, 'program'), 'story.publish', true],
  ['an act that no table knows is not allowed', who('administrator'), 'story.sell', false],
  ['nor is one that every object has', who('administrator'), 'constructor', false],
])('%s', (_, actor, act, may) => {
  expect(mayAct(acts, actor, act)).toBe(may);
});
