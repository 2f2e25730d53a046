/** What a browser may do with our answers. */
import { createHash, randomBytes } from 'node:crypto';

/** Directive to sources, in the order of the header. */
type Policy = Readonly<Record<string, readonly string[]>>;

export interface ReaderPolicy {
  /** The text of each of the page's own `<style>` elements, exactly as sent. */
  readonly styles?: readonly string[];
  /** The text of each of its own inline scripts; none is normal. */
  readonly scripts?: readonly string[];
  /** Whether it loads scripts from the site. */
  readonly ownScripts?: 'yes' | 'no';
  /** Further sources, by directive: where a page plays a film, or shows somebody else's page once the reader asks. */
  readonly allowed?: Policy;
  /** Who may show the page in a frame: the desk does so with a preview. */
  readonly framedBy?: 'nobody' | 'self';
}

/** A reader's page: nothing but what it names, no inline style or script but its own by their hashes. */
export function readerPolicy({ styles = [], scripts = [], ownScripts = 'yes', allowed = {}, framedBy = 'nobody' }: ReaderPolicy = {}): string {
  const script = [...(ownScripts === 'yes' ? [self] : []), ...scripts.map(sourceHash)];
  return policy({
    'default-src': [none],
    'img-src': [self],
    'font-src': [self],
    'manifest-src': [self],
    'style-src': styles.length === 0 ? [none] : styles.map(sourceHash),
    ...(script.length === 0 ? {} : { 'script-src': script }),
    // Without scripts nothing connects; tools that examine a page from within ask for /robots.txt.
    'connect-src': [self],
    ...allowed,
    'form-action': [self],
    'base-uri': [none],
    'frame-ancestors': [framedBy === 'self' ? self : none],
  });
}

/** The desk: its own files, and what carries this answer's nonce. Style attributes are set by script there, which the policy allows. */
export function deskPolicy(nonce: string): string {
  const once = `'nonce-${nonce}'`;
  return policy({
    'default-src': [none],
    'script-src': [self, once],
    'style-src': [self, once],
    'img-src': [self, 'data:', 'blob:'],
    'media-src': [self],
    'font-src': [self],
    'connect-src': [self],
    'manifest-src': [self],
    'frame-src': [self],
    'form-action': [self],
    'base-uri': [none],
    'frame-ancestors': [none],
  });
}

/** What is no page: data, files, refusals. */
export const closedPolicy = `default-src 'none'; base-uri 'none'; frame-ancestors 'none'`;

export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

/** Headers of every answer. Strict-Transport-Security only where the site is reached by https. */
export function houseHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': denied.map((feature) => `${feature}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(publicUrl.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}

const none = `'none'`;
const self = `'self'`;
/** What a newspaper never asks of a device. */
const denied = ['accelerometer', 'browsing-topics', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi', 'usb'];

function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function policy(directives: Policy): string {
  return Object.entries(directives).map(([name, sources]) => `${name} ${sources.join(' ')}`).join('; ');
}
