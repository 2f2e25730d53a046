/** What is said of an upload, in both directions. */
import { z } from '@hono/zod-openapi';
import { uploadStates } from './rules.ts';

export const byId = { params: z.object({ id: z.string().max(64) }) };

/** The protocol's headers, for the document; what they hold is parsed by `beginning`. */
export const beginHeaders = {
  headers: z.object({
    'tus-resumable': z.string().optional().openapi({ example: '1.0.0' }),
    'upload-length': z.string().optional().openapi({ description: 'All bytes that will come', example: '4194304' }),
    'upload-metadata': z.string().optional().openapi({
      description: 'Names with their values in Base64: `kind` (picture, …), `filename`, and the fields of that kind', example: 'kind cGljdHVyZQ==,filename VMO2ZGkuanBn',
    }),
  }),
};

export const partContent = { 'application/offset+octet-stream': { schema: { type: 'string' as const, format: 'binary' } } };

export const uploadSchema = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string().openapi({ description: 'As the file was called' }),
  bytes: z.number().int(),
  offset: z.number().int().openapi({ description: 'How many have come' }),
  state: z.enum(uploadStates).openapi({ description: 'coming: bytes are missing; arrived: whole, being read; kept: `subject` came of it; refused: nothing did' }),
  subject: z.string().nullable().openapi({ example: 'picture:k3f9bcdf' }),
  refused: z.object({ name: z.string(), message: z.string(), again: z.boolean().openapi({ description: 'Whether it may be read again without being sent again' }) }).nullable(),
  expires: z.string().nullable().openapi({ description: 'When what is unfinished is forgotten' }),
}).openapi('Upload');
