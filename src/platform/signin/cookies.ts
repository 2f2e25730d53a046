/** The one cookie of a sign-in: whether this address may have one, what it is called, how it is written. */

/**
 * Where sign-in is safe: over https, or over plain http that never leaves this machine. Anywhere else password and
 * cookie could be read on the way. Both the set address and the one actually asked count.
 */
export function maySignInAt(publicUrl: string, requestUrl: string): boolean {
  const set = new URL(publicUrl);
  if (set.protocol === 'https:') return true;
  return isLoopback(set.hostname) && isLoopback(new URL(requestUrl).hostname);
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(hostname);
}

/**
 * `__Host-staff` whenever the address is https: the browser then refuses it without Secure, with a Domain, or set
 * by a sister domain (RFC 6265bis, 4.1.3.2). Over loopback the port is part of the name, because cookies know none.
 */
export function cookieName(publicUrl: string, base: string): string {
  const url = new URL(publicUrl);
  return url.protocol === 'https:' ? `__Host-${base}` : `${base}-${url.port === '' ? '80' : url.port}`;
}

export function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** A Set-Cookie line. `seconds` 0 removes the cookie. */
export function cookieLine(publicUrl: string, facts: { base: string; value: string; seconds: number }): string {
  const secure = new URL(publicUrl).protocol === 'https:' ? '; Secure' : '';
  return `${cookieName(publicUrl, facts.base)}=${facts.value}; Path=/; Max-Age=${facts.seconds}; HttpOnly; SameSite=Lax${secure}`;
}
