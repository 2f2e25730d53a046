import type { SampleAuthor, SampleStaff } from './sample.ts'

export const staff: SampleStaff[] = [
  { key: 'aschlimatt', name: 'Verena Aschlimatt', email: 'verena.aschlimatt@example.org', roles: ['publisher', 'editor'] },
  { key: 'zgruob', name: 'Jost Zgruob', email: 'jost.zgruob@example.org', roles: ['editor'] },
  { key: 'kellermatt', name: 'Nadja Kellermatt', email: 'nadja.kellermatt@example.org', roles: ['editor', 'moderator'] },
  { key: 'orlandelli', name: 'Tiziana Orlandelli', email: 'tiziana.orlandelli@example.org', roles: ['reporter'] },
  { key: 'fluehbacher', name: 'Samuel Flüehbacher', email: 'samuel.fluehbacher@example.org', roles: ['reporter'] },
  { key: 'savernay', name: 'Aurélie Savernay', email: 'aurelie.savernay@example.org', roles: ['reporter', 'editor'] },
  { key: 'rauberli', name: 'Kaspar Rauberli', email: 'kaspar.rauberli@example.org', roles: ['freelancer'] },
  { key: 'imsandner', name: 'Leonie Imsandner', email: 'leonie.imsandner@example.org', roles: ['picture-editor'] },
  { key: 'hodelbach', name: 'Mirko Hodelbach', email: 'mirko.hodelbach@example.org', roles: ['moderator'] },
  { key: 'truebner', name: 'Urban Trüebner', email: 'urban.truebner@example.org', roles: ['fundraiser', 'publisher'] },
  { key: 'adlerfeld', name: 'Grace Adlerfeld', email: 'grace.adlerfeld@example.org', roles: ['administrator'] },
]

export const authors: SampleAuthor[] = [
  { key: 'orlandelli', name: 'Tiziana Orlandelli', staff: 'orlandelli', portrait: 'portrait-orlandelli', about: 'Schreibt über Energie, Wasser und alles, was den Berg hinunterfliesst.' },
  { key: 'fluehbacher', name: 'Samuel Flüehbacher', staff: 'fluehbacher', portrait: 'portrait-fluehbacher', about: 'Reporter im Lauental. Früher Lokomotivführer, heute noch pünktlich.' },
  { key: 'kellermatt', name: 'Nadja Kellermatt', staff: 'kellermatt', portrait: 'portrait-kellermatt', about: 'Leitet die Kultur und geht lieber in die Probe als in die Premiere.' },
  { key: 'zgruob', name: 'Jost Zgruob', staff: 'zgruob', portrait: 'portrait-zgruob', about: 'Auslandredaktor, lebte elf Jahre im amerikanischen Westen.' },
  { key: 'savernay', name: 'Aurélie Savernay', staff: 'savernay', portrait: 'portrait-savernay', about: 'Correspondante en Suisse romande, entre les vignes et les tribunaux.' },
  { key: 'rauberli', name: 'Kaspar Rauberli', staff: 'rauberli', portrait: 'portrait-rauberli', about: 'Freier Journalist für Sport und Wissenschaft; rudert, wenn er nicht schreibt.' },
  { key: 'aschlimatt', name: 'Verena Aschlimatt', staff: 'aschlimatt', about: 'Chefredaktorin der Morgauer Zeitung.' },
  { key: 'whitlowe', name: 'Marian Whitlowe', about: 'Writes from Aldenbrugg for readers who are new to the valley.' },
]
