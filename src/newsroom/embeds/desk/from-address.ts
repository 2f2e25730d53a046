/** An address pasted into an empty line: an embed where its house may show something here, else the link that it is. */
import { makeEmbed } from './use-embeds.ts';

// The program decides; this only spares it every link that is pasted.
const mayBe = /^https?:\/\/\S+$/iu;

/** Null: it is no address. The promise: the node's attributes; it fails with the reason why the address stays a link. */
export function embedFromAddress(address: string, language: string): Promise<{ readonly id: string }> | null {
  return mayBe.test(address.trim()) ? makeEmbed(address.trim(), language).then((id) => ({ id })) : null;
}
