/** Fields of JSON bodies that hold words: cleaned where they come in, so that everything behind trusts them. */
import { z } from '@hono/zod-openapi';
import { lines, oneLine } from '../text/plain.ts';

/** A text of one line that says something: a name, a title. */
export function lineField(longest: number) {
  return z.string().overwrite(oneLine).min(1).max(longest);
}

/** A text of one line that may be empty. */
export function optionalLineField(longest: number) {
  return z.string().overwrite(oneLine).max(longest);
}

/** A text of several lines that may be empty. */
export function textField(longest: number) {
  return z.string().overwrite(lines).max(longest);
}

/** A language as BCP 47 writes it: `de`, `de-CH`, `gsw`. */
export const languageField = z.string().max(35).regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u)
  .openapi({ description: 'BCP 47', example: 'de' });

/** An address of the web. */
export const urlField = z.string().trim().max(500).refine(isWebAddress, { message: 'Not an http or https address.', params: { name: 'not-an-address' } })
  .openapi({ example: 'https://example.org' });

/** How much of a list, and from where. */
export const listQuery = z.object({
  cursor: z.string().max(200).optional().openapi({ description: 'What the page before answered as next' }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** The fields that were sent, without those that were left out: what remains may be spread over what there is. */
export function defined<Fields extends object>(fields: Fields): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/u.test(url.protocol) && url.hostname !== '' && !/\s/u.test(text);
}
