/** The addresses of those affected. Pure. */
export const reportPath = (comment: string): string => `/kommentar/${comment}/melden`;
export const objectionPath = (comment: string): string => `/kommentar/${comment}/einspruch`;
export const transparencyPath = '/transparenz';
