import { bucketState } from './bucket.ts';
import type { Command } from './command.ts';
import { isRefused, refuse } from '../platform/result.ts';
import { guardBrotli } from '../platform/runtime/brotli-guard.ts';

export const start: Command = {
  name: 'start',
  usage: '[--port N] [--data DIR] [--sample|--no-sample]',
  about: 'Starts the program and says where it is found.',
  options: { port: { type: 'string' }, sample: { type: 'boolean' } },
  async run({ settings, log }) {
    if (guardBrotli()) log.warn({ node: process.version }, 'this Node lacks the security fixes of 2026-10-21; install 24.22.1 or later («bin/broadsheet doctor» says more)');
    const bucket = await bucketState(settings);
    // A bucket that is away for an hour is no reason to keep every story from its readers.
    if (bucket?.trouble?.kind === 'no-answer') log.error({}, `${bucket.name} does not answer: pictures that are not kept here are missing. ${bucket.trouble.mend}`);
    else if (bucket !== null && bucket.trouble !== null) return refuse('bucket', { message: `${bucket.name} ${bucket.trouble.about} ${bucket.trouble.mend}` });
    // loaded last, so that every other command starts without it
    const { main } = await import('../main.ts');
    const ended: unknown = await main(settings);
    return isRefused(ended) ? ended : undefined;
  },
};
