/** Films as a kind of upload: the same way as a film that is put in whole. */
import { isRefused } from '../../platform/result.ts';
import type { UploadKind } from '../../platform/upload-kind.ts';
import { keepVideo, prepareVideo } from './actions.ts';
import { videoActs } from './acts.ts';
import { greatestBytes } from './rules.ts';
import { saidFields } from './schemas.ts';

export const videoUploads: UploadKind = {
  name: 'video', act: 'video.upload', acts: videoActs, greatestBytes, fields: saidFields,
  async take(house, { path, name, said, by }) {
    const fields = saidFields.parse(said);
    const prepared = await prepareVideo(house.objects, path, { ...fields, name, language: fields.language ?? by.language ?? 'de' });
    if (isRefused(prepared)) return prepared;
    return async (tools) => {
      const kept = await keepVideo(tools, prepared);
      return isRefused(kept) ? kept : `video:${kept.id}`;
    };
  },
};
