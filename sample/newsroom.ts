import { comments } from './comments.ts'
import { embeds, films } from './films.ts'
import { fronts } from './fronts.ts'
import { galleries } from './galleries.ts'
import { pages } from './pages.ts'
import { authors, staff } from './people.ts'
import { pictures } from './pictures.ts'
import { agencies, publication, sections, topics } from './publication.ts'
import type { SampleNewsroom } from './sample.ts'
import { business } from './stories/business.ts'
import { country } from './stories/country.ts'
import { culture } from './stories/culture.ts'
import { desk } from './stories/desk.ts'
import { languages } from './stories/languages.ts'
import { region } from './stories/region.ts'
import { opinion, scienceAndSport } from './stories/science-sport.ts'
import { water } from './stories/water.ts'

/** The newsroom that a newcomer finds on the first start. */
export const newsroom: SampleNewsroom = {
  publication,
  sections,
  staff,
  authors,
  agencies,
  topics,
  pictures,
  galleries,
  films,
  embeds,
  stories: [...water, ...country, ...region, ...business, ...culture, ...scienceAndSport, ...opinion, ...languages, ...desk],
  comments,
  fronts,
  pages,
}
