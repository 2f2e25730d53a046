/** What the reference story and the front page weigh: HTML with its CSS, brotli at its best level. */
import { brotliCompressSync, constants } from 'node:zlib';
import { pageBudget } from '../src/design/budget.ts';
import { startProgram } from '../test/running.ts';
import { referenceStory } from './reference-story.ts';
import { line } from './table.ts';

const program = await startProgram({ sample: true });
try {
  const html = await read(await referenceStory(program.url));
  const whole = weight(html);
  const without = weight(html.replace(/<div class="body">[\s\S]*?<\/div>(?=<p class="credits")/u, '<div class="body"></div>'));
  line('the reference story', `${whole} bytes`, { target: `${pageBudget.story}`, met: whole <= pageBudget.story });
  line('the reference story without its body', `${without} bytes`, { target: `${pageBudget.storyWithoutBody}`, met: without <= pageBudget.storyWithoutBody });
  const scripts = [...html.matchAll(/<script(?![^>]*ld\+json)[^>]*>/gu)].length;
  line('scripts on it', String(scripts), { target: '5 KB together', met: scripts === 0 });
  const front = weight(await read('/'));
  line('the front page', `${front} bytes`, { target: 'none stated', met: true });
} finally {
  await program.stop();
}

async function read(path: string): Promise<string> {
  return (await fetch(program.url + path)).text();
}

function weight(html: string): number {
  return brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(html) } }).byteLength;
}
