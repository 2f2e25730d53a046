/** What the loading of the sample knows on its way. */
import type { SampleNewsroom } from '../../../sample/sample.ts';
import type { Tools } from '../../platform/feature.ts';
import { isRefused } from '../../platform/result.ts';
import type { Refused } from '../../platform/result.ts';
import type { Logo } from '../publication/publication.ts';
import type { PreparedVideo } from '../videos/videos.ts';
import type { Kind, ThingKey } from './things.ts';

export interface Load {
  readonly newsroom: SampleNewsroom;
  /** The bytes of a picture, by the name of its file. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Made beforehand: drawing takes a moment. */
  readonly logo: Logo | null;
  /** By key: looked into and written beforehand. */
  readonly films: ReadonlyMap<string, PreparedFilm>;
}

export interface PreparedFilm {
  readonly prepared: PreparedVideo;
  readonly captions: readonly { readonly language: string; readonly bytes: Uint8Array }[];
}

/** What is filled in so far: ids by the sample's own keys. What was there already is used as it is and not remembered. */
export interface Filling {
  readonly tools: Tools;
  readonly load: Load;
  readonly ids: Map<string, string>;
  readonly made: ThingKey[];
}

/** The line that says 'this is a sample' stands on each. */
export const everyPage = ['publication', 'sections', 'front', 'latest', 'pages'] as const;

/** The id of what the sample calls by a key. */
export function idOf({ ids }: Pick<Filling, 'ids'>, kind: Kind, key: string): string {
  const id = ids.get(`${kind}:${key}`);
  if (id === undefined) throw new Error(`the sample names a ${kind} that it does not have: ${key}`);
  return id;
}

/** Notes what a key stands for; what the sample itself made is remembered, so that it can be taken out again. */
export function note(filling: Filling, { kind, key, id, made }: { kind: Kind; key: string; id: string; made: boolean }): void {
  filling.ids.set(`${kind}:${key}`, id);
  if (made) filling.made.push({ kind, id });
}

/** The sample is the house's own: what is refused of it is a bug. */
export function sound<T>(answer: T): Exclude<T, Refused> {
  if (isRefused(answer)) throw new Error(`the sample was refused: ${answer.refused} ${JSON.stringify(answer.detail ?? {})}`);
  return answer as Exclude<T, Refused>;
}
