import { expect, test } from 'vitest';
import { addressKey, createRateLimit } from './rate-limit.ts';
import { TestClock } from './testing.ts';

test('a burst passes, then one as often as the limit says', () => {
  const clock = new TestClock();
  const limit = createRateLimit({ clock, burst: 3, perMinute: 6 });
  expect([1, 2, 3, 4].map(() => limit.take('vera'))).toEqual([0, 0, 0, 10]);
  clock.pass(9_000);
  expect(limit.take('vera')).toBe(1);
  clock.pass(1_000);
  expect([limit.take('vera'), limit.take('vera')]).toEqual([0, 10]);
});

test('rest fills up to the burst and no further', () => {
  const clock = new TestClock();
  const limit = createRateLimit({ clock, burst: 2, perMinute: 60 });
  limit.take('a');
  clock.pass(3_600_000);
  expect([1, 2, 3].map(() => limit.take('a') > 0)).toEqual([false, false, true]);
});

test('one key does not use up another, and a clock set back gives nothing and takes nothing', () => {
  const clock = new TestClock();
  const limit = createRateLimit({ clock, burst: 1, perMinute: 60 });
  expect([limit.take('a'), limit.take('b'), limit.take('a')]).toEqual([0, 0, 1]);
  clock.pass(-60_000);
  expect(limit.take('a')).toBe(1);
});

test('a flood of keys forgets the ones unused longest', () => {
  const limit = createRateLimit({ clock: new TestClock(), burst: 1, perMinute: 1, mostKeys: 10 });
  limit.take('alt');
  for (let index = 0; index < 10; index += 1) {
    limit.take(`neu-${index}`);
  }
  expect([limit.take('alt'), limit.take('neu-9')]).toEqual([0, 60]);
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:DB8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('the key of %s is %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});
