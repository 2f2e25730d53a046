/**
 * Files on their way in, over lines that break: what was acknowledged is never sent twice. The protocol is tus 1.0 at
 * `/api/v1/uploads`; what a file becomes is the affair of the feature that names its kind in `uploads`.
 *
 * - A file waits in the data folder until all its bytes are here, and is then read in a job; whoever was killed
 *   meanwhile, an acknowledged file is read in the end, and becomes one thing, once.
 * - What nobody went on with for a day is forgotten.
 *
 * Announces `upload.ended {id}` when something came of a file, or nothing did: `GET /uploads/{id}` says what.
 */
import type { Feature } from '../../platform/feature.ts';
import { uploadActs } from './acts.ts';
import { uploadsApi } from './api.ts';
import { readJob } from './arriving.ts';
import { createSweep } from './sweeping.ts';
import { words } from './words.ts';

export { removeLeftovers } from './sweeping.ts';

export const feature: Feature = { name: 'uploads', acts: uploadActs, words, api: uploadsApi, jobs: [readJob], due: createSweep() };
