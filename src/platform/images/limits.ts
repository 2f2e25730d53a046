/** How much picture the program takes. Pure. */

/** The largest originals of agencies are near 40 MB; TIFFs of 24 megapixels near 75 MB. */
export const greatestBytes = 80 * 1024 * 1024;
/** A medium-format camera has 100 megapixels. Read line by line, they need little memory. */
export const greatestPixels = 110_000_000;
/** What cannot be read line by line (a progressive JPEG, an interlaced PNG, WebP, AVIF, HEIC) is decoded as a whole: the same memory holds fewer pixels. A phone has 49 megapixels. */
export const greatestPixelsAtOnce = 50_000_000;
/** Half a minute at twenty frames a second: what moves longer is a film. */
export const mostFrames = 600;
/** Of an animation in all its frames: half a minute as wide as a phone. */
export const greatestMovingPixels = 150_000_000;
