/** The addresses of those affected. Pure. */
export const reportPath = (comment: string): string => `/kommentar/${comment}/melden`;
/** Where whoever reported sees what became of it; the receipt is the key. */
export const receiptPath = (comment: string, receipt: string): string => `/kommentar/${comment}/meldung?beleg=${receipt}`;
export const objectionPath = (comment: string): string => `/kommentar/${comment}/einspruch`;
export const transparencyPath = '/transparenz';
