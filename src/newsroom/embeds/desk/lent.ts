/** What embeds lend to the desks of features below them: parts and hooks. */
export { EmbedCard } from './embed-card.tsx';
export { EmbedInsert } from './embed-insert.tsx';
export { embedFromAddress } from './from-address.ts';
