/** How much picture the program takes. Pure. */

/** The largest originals of agencies are near 40 MB; TIFFs of 24 megapixels near 75 MB. */
export const greatestBytes = 80 * 1024 * 1024;
/** A medium-format camera has 100 megapixels. Read line by line, they need little memory. */
export const greatestPixels = 110_000_000;
/** A progressive or interlaced file is decoded as a whole: the same memory holds fewer pixels. */
export const greatestPixelsAtOnce = 50_000_000;
