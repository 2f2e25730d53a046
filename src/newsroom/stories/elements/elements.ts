/** The elements that features bring into stories, in the order in which the menu offers them, and what stories ask of them. */
import type { DocumentJson } from '../grammar.ts';
import type { Missing } from '../rules.ts';
import type { ElementMissing, ElementName, PicturesById, StoryElement, Things } from './element.ts';
import { embed } from './embed.ts';
import { gallery } from './gallery.ts';
import { video } from './video.ts';

/** One line for each. */
const byName: { readonly [Name in ElementName]: StoryElement<Name> } = { gallery, video, embed };

export const storyElements: readonly StoryElement[] = Object.values(byName) as readonly StoryElement[];

/** No thing of any kind. */
export const noThings = Object.fromEntries(storyElements.map(({ name }) => [name, new Map()])) as unknown as Things;

export interface ElementUse {
  readonly kind: ElementName;
  readonly id: string;
}

/** What of features' things a text shows, each once, in order. */
export function elementUses(body: DocumentJson): ElementUse[] {
  const found = new Map<string, ElementUse>();
  const walk = (node: DocumentJson) => {
    const id = node.attrs?.['id'];
    if (Object.hasOwn(byName, node.type) && typeof id === 'string') found.set(`${node.type}:${id}`, { kind: node.type as ElementName, id });
    node.content?.forEach(walk);
  };
  walk(body);
  return [...found.values()];
}

/** Pictures that stand in the things of a text. */
export function elementPictures(body: DocumentJson, things: Things): string[] {
  return shownIn(body, things).flatMap(({ element, thing }) => element.pictures?.(thing as never) ?? []);
}

/** Tags of a page that shows the text, also of what is gone: it may come back. */
export function elementTags(body: DocumentJson): string[] {
  return elementUses(body).flatMap(({ kind, id }) => [`${kind}:${id}`, ...(byName[kind].tags ?? [])]);
}

/** The instants at which something in the text may no longer be shown. */
export function elementEnds(body: DocumentJson, things: Things): Date[] {
  return shownIn(body, things).flatMap(({ element, thing }) => element.ends?.(thing as never) ?? []);
}

export function elementMissing(body: DocumentJson, things: Things, pictures: PicturesById): Missing[] {
  return elementUses(body).flatMap(({ kind, id }) => byName[kind].missing(things[kind].get(id) as never, pictures).map((one) => placed(kind, id, one)));
}

export function elementWarnings(body: DocumentJson, things: Things, pictures: PicturesById): Missing[] {
  return elementUses(body).flatMap(({ kind, id }) => {
    const thing = things[kind].get(id);
    return thing === undefined ? [] : (byName[kind].warnings?.(thing as never, pictures) ?? []).map((one) => placed(kind, id, one));
  });
}

const placed = (kind: ElementName, id: string, { name, values }: ElementMissing): Missing => ({ name, pointer: '/body', element: { kind, id }, ...(values !== undefined && { values }) });

function shownIn(body: DocumentJson, things: Things): { element: StoryElement; thing: unknown }[] {
  return elementUses(body).flatMap(({ kind, id }) => {
    const thing = things[kind].get(id);
    return thing === undefined ? [] : [{ element: byName[kind] as StoryElement, thing }];
  });
}
