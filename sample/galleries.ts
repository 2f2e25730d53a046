import type { SampleGallery } from './sample.ts'

export const galleries: SampleGallery[] = [
  {
    key: 'nacht',
    title: 'Nach Einbruch der Nacht',
    lead: 'Acht Blätter aus dem Zeichenheft der Redaktion: was man sieht, sobald die Lampen aus sind.',
    language: 'de',
    pictures: [
      { picture: 'fassade' },
      { picture: 'bibliothek' },
      { picture: 'faehre' },
      { picture: 'nachtzug' },
      { picture: 'sternwarte', caption: 'Die Kuppel der Sternwarte Pfaffenegg. Wo keine Lampe brennt, braucht es nur noch Geduld: vier Stunden.' },
      { picture: 'stall' },
      { picture: 'hochwasser' },
      { picture: 'buehne' },
    ],
  },
]
