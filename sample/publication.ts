import type { SampleAgency, SamplePublication, SampleSection, SampleTopic } from './sample.ts'

export const publication: SamplePublication = {
  name: 'Morgauer Zeitung',
  shortName: 'Morgauer',
  claim: {
    de: 'Unabhängige Zeitung für den Kanton Morgau und die Welt davor',
    fr: 'Journal indépendant du canton de Morgovie',
    en: 'The independent paper of the Canton of Morgau',
  },
  accent: '#a3271f',
  languages: ['de', 'fr', 'en'],
  timeZone: 'Europe/Zurich',
  address: 'Sie',
  email: 'redaktion@example.org',
  telephone: '+41 00 000 00 00',
  logo: { svg: 'logo.svg', png: 'logo.png', wordmark: 'wordmark.svg' },
  imprint: {
    publisher: 'Verlagsgenossenschaft Morgauer Zeitung',
    street: 'Kornhausplatz 4',
    postcode: '0000',
    town: 'Aldenbrugg',
    country: 'Schweiz',
    registration: 'CHE-000.000.000',
    editorInChief: 'Verena Aschlimatt',
    managingDirector: 'Urban Trüebner',
    complaints: 'ombudsstelle@example.org',
  },
}

export const sections: SampleSection[] = [
  { path: 'schweiz', order: 10, language: 'de', name: { de: 'Schweiz', fr: 'Suisse', en: 'Switzerland' } },
  { path: 'region', order: 20, language: 'de', name: { de: 'Region', fr: 'Région', en: 'Region' }, about: 'Aldenbrugg, das Seeufer und die Lauentäler' },
  { path: 'region/aldenbrugg', order: 21, language: 'de', name: { de: 'Aldenbrugg', fr: 'Aldenbrugg', en: 'Aldenbrugg' } },
  { path: 'region/lauental', order: 22, language: 'de', name: { de: 'Lauental', fr: 'Lauental', en: 'Lauen Valley' } },
  { path: 'international', order: 30, language: 'de', name: { de: 'International', fr: 'International', en: 'World' } },
  { path: 'international/europa', order: 31, language: 'de', name: { de: 'Europa', fr: 'Europe', en: 'Europe' } },
  { path: 'international/usa', order: 32, language: 'de', name: { de: 'USA', fr: 'États-Unis', en: 'USA' } },
  { path: 'wirtschaft', order: 40, language: 'de', name: { de: 'Wirtschaft', fr: 'Économie', en: 'Business' } },
  { path: 'kultur', order: 50, language: 'de', name: { de: 'Kultur', fr: 'Culture', en: 'Culture' } },
  { path: 'wissen', order: 60, language: 'de', name: { de: 'Wissen', fr: 'Sciences', en: 'Science' } },
  { path: 'sport', order: 70, language: 'de', name: { de: 'Sport', fr: 'Sport', en: 'Sport' } },
  { path: 'meinung', order: 80, language: 'de', name: { de: 'Meinung', fr: 'Opinions', en: 'Opinion' } },
  { path: 'suisse-romande', order: 90, language: 'fr', name: { de: 'Westschweiz', fr: 'Suisse romande', en: 'French-speaking Switzerland' } },
  { path: 'suisse-romande/culture', order: 91, language: 'fr', name: { de: 'Kultur (französisch)', fr: 'Culture', en: 'Culture (in French)' } },
  { path: 'in-english', order: 100, language: 'en', name: { de: 'Auf Englisch', fr: 'En anglais', en: 'In English' } },
]

export const agencies: SampleAgency[] = [
  {
    key: 'hdd', name: 'Helvetischer Depeschendienst', shortName: 'HDD', credit: 'HDD',
    about: 'Genossenschaftliche Nachrichtenagentur mit Sitz in Aldenbrugg. Sie liefert Meldungen aus Bund, Kantonen und Gerichten in drei Sprachen.',
  },
  {
    key: 'transatlantik', name: 'Transatlantik Press', shortName: 'TAP', credit: 'TAP',
    about: 'Korrespondentennetz für Nord- und Südamerika, 1987 von sechs Auslandredaktorinnen gegründet.',
  },
  {
    key: 'lumen', name: 'Lumen Bildagentur', shortName: 'Lumen', credit: 'Lumen',
    about: 'Agentur für Fotografie und Illustration. Ihre Bilder zeigt die Morgauer Zeitung mit Namen der Urheberin oder des Urhebers.',
  },
]

export const topics: SampleTopic[] = [
  { slug: 'energie', name: 'Energie', language: 'de' },
  { slug: 'wasser', name: 'Wasser', language: 'de' },
  { slug: 'bahn', name: 'Bahn', language: 'de' },
  { slug: 'wohnen', name: 'Wohnen', language: 'de' },
  { slug: 'alpen', name: 'Alpen', language: 'de' },
  { slug: 'klima', name: 'Klima', language: 'de' },
  { slug: 'demokratie', name: 'Demokratie', language: 'de' },
  { slug: 'arbeit', name: 'Arbeit', language: 'de' },
  { slug: 'buehne', name: 'Bühne', language: 'de' },
  { slug: 'natur', name: 'Natur', language: 'de' },
  { slug: 'wintersport', name: 'Wintersport', language: 'de' },
  { slug: 'patrimoine', name: 'Patrimoine', language: 'fr' },
  { slug: 'transports', name: 'Transports', language: 'fr' },
  { slug: 'rural-life', name: 'Rural life', language: 'en' },
]
