'use strict';
// Plain JavaScript that any Node from 20 on understands: it runs before the right Node is chosen.

/** The oldest Node that runs the program's TypeScript as it stands. */
const OLDEST_MAJOR = 24;

/** Where the security release of 2026-10-21 (a flaw in the Brotli decoder among others) was put right, per line. */
const PATCHED = [[24, 22, 1], [26, 12, 1]];

/** Whether this version can run the program. */
exports.runsProgram = function runsProgram(version) {
  return parse(version)[0] >= OLDEST_MAJOR;
};

/** Whether this version has the security fixes of 2026-10-21. An odd line (25) never got them. */
exports.isPatched = function isPatched(version) {
  const [major, minor, patch] = parse(version);
  if (major > 26) return true;
  return PATCHED.some(([line, fromMinor, fromPatch]) => major === line && (minor > fromMinor || (minor === fromMinor && patch >= fromPatch)));
};

function parse(version) {
  const found = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version);
  return found ? found.slice(1).map(Number) : [0, 0, 0];
}
