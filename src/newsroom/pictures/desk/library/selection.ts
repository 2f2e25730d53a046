/** Which pictures of a list are chosen, by mouse, finger or keyboard. Pure. */

export interface Selection {
  readonly chosen: ReadonlySet<string>;
  /** From where a range is counted. */
  readonly anchor: string | null;
}

export const nothing: Selection = { chosen: new Set(), anchor: null };

export function toggle({ chosen }: Selection, id: string): Selection {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return { chosen: next, anchor: id };
}

/** From the anchor to this one, in the order of the list, beside what is chosen already. */
export function extend(selection: Selection, id: string, list: readonly string[]): Selection {
  const { chosen, anchor } = selection;
  const [from, to] = [list.indexOf(anchor ?? id), list.indexOf(id)];
  if (from === -1 || to === -1) return toggle(selection, id);
  return { chosen: new Set([...chosen, ...list.slice(Math.min(from, to), Math.max(from, to) + 1)]), anchor };
}

/** What a search no longer shows is not chosen behind its back. */
export function within(selection: Selection, list: readonly string[]): Selection {
  const shown = new Set(list);
  const chosen = [...selection.chosen].filter((id) => shown.has(id));
  return chosen.length === selection.chosen.size ? selection : { chosen: new Set(chosen), anchor: selection.anchor !== null && shown.has(selection.anchor) ? selection.anchor : null };
}
