import { existsSync } from 'node:fs';
import { flushCompileCache } from 'node:module';

const SHELL = '/bin/sh';

/**
 * Ends the process now. `process.exit` waits for what runs in other threads, and a picture that is being encoded
 * there may take a minute: so the process becomes one that does nothing but end with this code.
 */
export function endNow(code: number): never {
  flushCompileCache();
  if (typeof process.execve === 'function' && existsSync(SHELL)) process.execve(SHELL, [SHELL, '-c', `exit ${code}`], {});
  process.exit(code);
}
