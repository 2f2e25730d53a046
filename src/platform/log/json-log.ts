import { destination, pino } from 'pino';
import type { Log } from './log.ts';

/** The program's log: one JSON object per line on standard error, written before the call returns. */
export function jsonLog(level: 'info' | 'warn' = 'info'): Log {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (name: string) => ({ level: name }) },
    serializers: { err: plainError, error: plainError },
  };
  return pino(options, destination({ fd: 2, sync: true }));
}

/** A log that says nothing, where nobody reads: tests and commands for people. */
export const silentLog: Log = { info() {}, warn() {}, error() {} };

/**
 * What is known of an error without what a reader typed: a database's error carries whole rows and parameters
 * in its other fields.
 */
export function plainError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return isPlain(error) ? error : { message: String(error) };
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: plainError(error.cause) };
  return { name: error.name, message: error.message, ...code, stack: error.stack, ...cause };
}

/** What went through here before, on its way to the log. */
function isPlain(error: unknown): error is Record<string, unknown> {
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
}
