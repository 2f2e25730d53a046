/** What the choice of files offers first; the program decides by content. */
export const takes = 'video/mp4,video/webm,video/quicktime,.mov';
