/** Notes what no page of ours may do: complain in the console, break its own policy, ask anybody else. */
import type { BrowserContext, Page } from 'playwright-core';

export interface Watch {
  /** What went wrong so far, each with the page's address. */
  readonly faults: readonly string[];
  /** Requests to anywhere but the program. */
  readonly strangers: readonly string[];
}

/** A refusal that the journey provokes is a line of the browser's own, not the page's. */
const provoked = /the server responded with a status of (?:404|410|409|412|401|422|503)|net::ERR_(?:FAILED|INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)/u;

export function watch(context: BrowserContext, url: string): Watch {
  const faults: string[] = [];
  const strangers: string[] = [];
  const follow = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error' && !provoked.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  };
  context.pages().forEach(follow);
  context.on('page', follow);
  context.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(`${url}/`) && !/^(?:data|blob|about):/u.test(address)) strangers.push(address);
  });
  return { faults, strangers };
}
