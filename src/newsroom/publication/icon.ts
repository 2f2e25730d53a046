/** What an icon without a logo shows: the initial of the name upon the accent. Pure. */
import { letters } from './letters.ts';
import { initialOf, textOn } from './rules.ts';

export type DrawingOrder =
  | { readonly kind: 'logo'; readonly file: Uint8Array }
  | { readonly kind: 'icons'; readonly logo: Uint8Array | null; readonly name: string; readonly accent: string };

export type Drawn =
  | { readonly pictures: readonly { readonly size: number; readonly height: number; readonly bytes: Uint8Array }[] }
  | { readonly refused: 'logo-type' | 'logo-corrupt' };

/** Lines of type, for a name without a letter that we can draw. */
const columns = 'M-26-26h52v9h-52zM-26-9h23v6h-23zM-26 3h23v6h-23zM-26 15h23v6h-23zM3-9h23v30h-23z';

/** An SVG of 100 units, drawn of outlines alone. */
export function iconSvg({ name, accent }: { name: string; accent: string }): string {
  const initial = initialOf(name);
  const path = initial === null ? columns : letters[initial];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100"><path d="M0 0h100v100H0z" fill="${accent}"/><path transform="translate(50 50) scale(.86)" d="${path}" fill="${textOn(accent)}"/></svg>`;
}
