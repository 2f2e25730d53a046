/** What the API of the publication takes and answers. */
import { z } from '@hono/zod-openapi';
import { lineField, optionalLineField } from '../../platform/http/fields.ts';
import { languages } from '../../platform/words/words.ts';
import { logoPath, type Publication } from './paper.ts';
import { accentAsShown, isTimeZone, longestName, longestShortName, longestTagline } from './rules.ts';

const line = () => optionalLineField(200);
const optionalEmail = z.string().trim().max(254).regex(/^(?:[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+)?$/u);

const contactSchema = z.object({ email: optionalEmail, telephone: optionalLineField(40) });
const imprintSchema = z.object({
  publisher: line(), street: line(), postcode: line(), town: line(), country: line(), registration: line(),
  editorInChief: line(), managingDirector: line(), complaints: line(),
});

const fields = {
  name: lineField(longestName),
  shortName: lineField(longestShortName),
  tagline: optionalLineField(longestTagline),
  accent: z.string().regex(/^#[0-9a-fA-F]{6}$/u).openapi({ example: '#a4161a' }),
  languages: z.array(z.enum(languages)).min(1).max(languages.length).openapi({ description: 'The first is the publication’s own' }),
  timeZone: z.string().max(60).refine(isTimeZone, { message: 'Not a time zone of the IANA database.', params: { name: 'time-zone-unknown' } }).openapi({ example: 'Europe/Zurich' }),
  addressForm: z.enum(['du', 'sie']),
};

export const publicationSchema = z.object({
  ...fields, version: z.number().int(),
  accentShown: z.object({ light: z.string(), dark: z.string() }).openapi({ description: 'The accent as it is shown: moved until it can be read, in light and in dark' }),
  contact: contactSchema, imprint: imprintSchema,
  logo: z.object({ url: z.string(), width: z.number().int(), height: z.number().int() }).nullable(),
}).openapi('Publication');

export const publicationChangeSchema = z.object({
  ...fields, contact: contactSchema.partial().strict(), imprint: imprintSchema.partial().strict(),
}).partial().strict();

export function publicationJson(publication: Publication): z.infer<typeof publicationSchema> {
  const { icons: _, logo, ...rest } = publication;
  return {
    ...rest, languages: [...rest.languages], accentShown: accentAsShown(rest.accent),
    logo: logo === null ? null : { url: logoPath(logo), width: logo.width, height: logo.height },
  };
}
