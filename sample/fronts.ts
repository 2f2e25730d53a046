import type { SampleFront } from './sample.ts'

export const fronts: SampleFront[] = [
  {
    section: '',
    lead: 'staumauer',
    slots: ['fluss-usa', 'nachtzug', 'abfahrt', 'stille', 'faehre', 'theater', 'mieten', 'wolf', 'gletscher', 'horloge', 'night-train'],
  },
  { section: 'schweiz', lead: 'wolf', slots: ['staumauer', 'stimmrecht', 'nachtzug', 'gletscher'] },
  { section: 'kultur', lead: 'theater', slots: ['jazz', 'bibliothek'] },
  { section: 'suisse-romande', lead: 'horloge', slots: ['train-de-nuit', 'palafittes', 'alpage'] },
  { section: 'in-english', lead: 'valley-doctors', slots: ['night-train', 'letter-bells'] },
]
