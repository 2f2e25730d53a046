/** Which content coding a client gets. Kept for the header strings that browsers really send, so that a hit parses nothing. */
export type Encoding = 'br' | 'gzip' | 'identity';

/**
 * The coding for an `Accept-Encoding` header, by RFC 9110 section 12.5.3: the highest weight wins, a weight of 0
 * forbids, and on equal weights brotli comes before gzip before none. Without the header: none.
 */
export function encodingFor(header: string | string[] | undefined): Encoding {
  if (header === undefined) return 'identity';
  const text = typeof header === 'string' ? header : header.join(',');
  const known = decided.get(text);
  if (known !== undefined) return known;
  const encoding = decide(text);
  if (decided.size >= mostRemembered) decided.clear();
  if (text.length <= longestRemembered) decided.set(text, encoding);
  return encoding;
}

const decided = new Map<string, Encoding>();
/** Browsers send some dozens of spellings; a flood of invented ones only costs their parsing. */
const mostRemembered = 256;
const longestRemembered = 256;

function decide(header: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of header.split(',')) {
    const [name = '', ...parameters] = part.split(';');
    const coding = name.trim().toLowerCase();
    if (coding !== '') weights.set(coding === 'x-gzip' ? 'gzip' : coding, weightOf(parameters));
  }
  const others = weights.get('*') ?? 0;
  const brotli = weights.get('br') ?? others;
  const gzip = weights.get('gzip') ?? others;
  const none = weights.get('identity') ?? 0;
  if (brotli > 0 && brotli >= gzip && brotli >= none) return 'br';
  if (gzip > 0 && gzip >= none) return 'gzip';
  return 'identity';
}

function weightOf(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const [name = '', value = ''] = parameter.split('=');
    if (name.trim().toLowerCase() !== 'q') continue;
    const weight = Number(value.trim());
    return weight >= 0 && weight <= 1 ? weight : 0;
  }
  return 1;
}
