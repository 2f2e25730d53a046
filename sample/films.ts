import type { SampleEmbed, SampleFilm } from './sample.ts'

export const films: SampleFilm[] = [
  {
    key: 'sternwarte',
    file: 'sternwarte.mp4',
    captions: [{ language: 'de', file: 'sternwarte.de.vtt' }],
    poster: 'sternwarte',
    title: 'Vier Stunden in zwölf Sekunden',
    description: 'Der Himmel über der Sternwarte Pfaffenegg, von neun Uhr abends bis ein Uhr nachts. Unten links zieht der Komet.',
    language: 'de',
    credit: { creator: 'Ida Wannerström', credit: 'Morgauer Zeitung' },
  },
]

export const embeds: SampleEmbed[] = [
  {
    key: 'hase',
    url: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
    title: 'Big Buck Bunny, ein Trickfilm der Blender Foundation (CC BY)',
    language: 'de',
  },
]
