/** What the newsroom has decided about moderating. Pure. */

/** In days. Longer than this is a ban, and a ban is an editor's. */
export const longestSuspension = 365;
/** A word or a few that stand beside each other. In characters. */
export const longestWord = 80;
/** As long as somebody may think about one comment without a sign of life. In milliseconds. */
export const heldFor = 60_000;
/** Two signs of life may get lost on the way. In milliseconds. */
export const holdRenewedEvery = heldFor / 3;
