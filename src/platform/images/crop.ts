/** Which part of a picture a shape shows. Pure. */

/** Fractions of the upright picture's width and height, from its top left. */
export interface Focus {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** In whole pixels of the upright picture. */
export interface Area extends Size {
  readonly left: number;
  readonly top: number;
}

/** The greatest area of that ratio of width to height, its middle as near to the focus as the edges allow. */
export function cropArea({ width, height }: Size, ratio: number, focus: Focus): Area {
  const wide = Math.max(1, Math.min(width, Math.round(height * ratio)));
  const tall = Math.max(1, Math.min(height, Math.round(wide / ratio)));
  const place = (middle: number, whole: number, part: number) => Math.min(Math.max(Math.round(middle * whole - part / 2), 0), whole - part);
  return { left: place(focus.x, width, wide), top: place(focus.y, height, tall), width: wide, height: tall };
}
