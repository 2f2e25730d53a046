/** One picture, as every part of the desk asks for it. */
import { read } from '../../../platform/browser/api.ts';
import type { Picture } from './types.ts';

export const pictureQuery = (id: string) => ({ queryKey: ['picture', id], queryFn: () => read<Picture>(`/pictures/${id}`), staleTime: 60_000 });
