/** Pictures as a kind of upload: the same way as a picture that is put in whole. */
import { readFile } from 'node:fs/promises';
import { greatestBytes } from '../../platform/images/limits.ts';
import { isRefused } from '../../platform/result.ts';
import type { UploadKind } from '../../platform/upload-kind.ts';
import { readPublication } from '../publication/publication.ts';
import { keepPicture, preparePicture } from './actions.ts';
import { pictureActs } from './acts.ts';
import { languageOfWords } from './rules.ts';
import { fieldsSchema } from './schemas.ts';

export const pictureUploads: UploadKind = {
  name: 'picture', act: 'picture.upload', acts: pictureActs, greatestBytes, fields: fieldsSchema,
  async take(house, { path, name, said, by }) {
    const fields = fieldsSchema.parse(said);
    const { languages } = await readPublication(house.db);
    const prepared = await preparePicture({
      objects: house.objects, file: path, bytes: () => readFile(path), renditions: 'now',
      said: { ...fields, name, language: fields.language ?? languageOfWords(by.language, languages) },
    });
    if (isRefused(prepared)) return prepared;
    return async (tools) => {
      const kept = await keepPicture(tools, prepared);
      return isRefused(kept) ? kept : `picture:${kept.id}`;
    };
  },
};
