/** What features bring to the editor, in the order of the menus. */
import type { DeskElement } from './element.ts';
import { embed } from './embed.tsx';
import { gallery } from './gallery.tsx';
import { video } from './video.tsx';

export const deskElements: readonly DeskElement[] = [gallery, video, embed];
