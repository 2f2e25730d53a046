/** What features bring to the editor, in the order of the menus. */
import type { DeskElement } from './element.ts';
import { gallery } from './gallery.tsx';

export const deskElements: readonly DeskElement[] = [gallery];
