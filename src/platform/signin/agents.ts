const browsers: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//u, 'Edge'], [/\bOPR\//u, 'Opera'], [/\bFirefox\/|\bFxiOS\//u, 'Firefox'],
  [/\bCriOS\/|Chrome\//u, 'Chrome'], [/\bSafari\//u, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/u, 'iPhone'], [/\biPad\b/u, 'iPad'], [/\bAndroid\b/u, 'Android'],
  [/\bWindows\b/u, 'Windows'], [/\bMac OS X\b|\bMacintosh\b/u, 'macOS'], [/\bLinux\b/u, 'Linux'],
];

/** A browser in two words, by which a person knows their own device again: `Firefox, Linux`. No version: nothing to track by. */
export function agentWords(userAgent: string | null): string {
  const found = [browsers, systems].map((list) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]);
  return found.filter((one) => one !== undefined).join(', ');
}
