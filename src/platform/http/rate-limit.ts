import { isIPv6 } from 'node:net';
import type { Clock } from '../time/clock.ts';

export interface RateLimitOptions {
  readonly clock: Clock;
  /** How many may come at once. */
  readonly burst: number;
  /** How many more a minute. */
  readonly perMinute: number;
  /** How many keys are remembered; the one unused longest is forgotten first. */
  readonly mostKeys?: number;
}

export interface RateLimit {
  /** Takes one for a key: 0 where it may pass, else the seconds until one is free. */
  take(key: string): number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Token buckets in this process's memory: against a flood on one machine, not a count that several processes share
 * (sign-in keeps its own in the database).
 */
export function createRateLimit({ clock, burst, perMinute, mostKeys = 50_000 }: RateLimitOptions): RateLimit {
  const buckets = new Map<string, Bucket>();
  const perMillisecond = perMinute / 60_000;
  return {
    take(key) {
      const now = clock.now().getTime();
      const before = buckets.get(key) ?? { tokens: burst, at: now };
      const tokens = Math.min(burst, before.tokens + Math.max(0, now - before.at) * perMillisecond);
      const passes = tokens >= 1;
      buckets.delete(key);
      buckets.set(key, { tokens: passes ? tokens - 1 : tokens, at: now });
      if (buckets.size > mostKeys) forgetOldest(buckets);
      return passes ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMillisecond / 1_000));
    },
  };
}

/** The key for a client: an IPv6 line has a whole /64 to itself. */
export function addressKey(address: string): string {
  return isIPv6(address) ? wholeAddress(address).slice(0, 4).join(':') : address;
}

function forgetOldest(buckets: Map<string, Bucket>): void {
  for (const key of buckets.keys()) {
    buckets.delete(key);
    return;
  }
}

function wholeAddress(address: string): string[] {
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const front = head === '' ? [] : head.split(':');
  const back = tail === '' ? [] : tail.split(':');
  return [...front, ...Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0'), ...back];
}
