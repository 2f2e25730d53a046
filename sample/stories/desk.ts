import { body, em, h, p, quote, strong, ul } from '../blocks.ts'
import type { SampleStory } from '../sample.ts'

const spital: SampleStory = {
  key: 'spital',
  state: 'draft',
  language: 'de',
  kicker: 'Gesundheit',
  headline: 'Das Spital, das seine Wege kürzt',
  lead: 'Pflegende legen im Kantonsspital pro Schicht elf Kilometer zurück. Ein Architekt und eine Stationsleiterin haben die Hälfte davon gestrichen.',
  slug: 'kantonsspital-kurze-wege',
  section: 'region/aldenbrugg',
  topics: ['arbeit'],
  authors: ['kellermatt'],
  picture: 'spital',
  body: body(
    p('Stationsleiterin Vreni Tobelmann trug eine Woche lang einen Schrittzähler am Kittel. Am Sonntagabend schrieb sie die Zahl auf einen Zettel und legte ihn dem Spitaldirektor ins Fach: 78 Kilometer.'),
    p('Sechs Monate später ist die Station C3 kaum wiederzuerkennen. Verbandmaterial, Wäsche und Bildschirme stehen dort, wo gearbeitet wird, nicht dort, wo Platz war. Eine Wand kam weg, drei Türen auch. ', strong('Fünf Kilometer pro Schicht'), ' sind es jetzt, gemessen an 40 Pflegenden.'),
    quote('Die Zeit war immer da. Sie lag einfach im Korridor.', 'Vreni Tobelmann, Stationsleiterin'),
    p('Was der Umbau gekostet hat, will das Spital noch nachliefern. Die Patientenbefragung wird nächste Woche ausgewertet.'),
  ),
}

const kita: SampleStory = {
  key: 'kita',
  state: 'submitted',
  language: 'de',
  kicker: 'Kinderbetreuung',
  headline: 'Die Kita im Stall von Rothmatt',
  lead: 'Wo früher Kälber standen, halten jetzt 22 Kinder Mittagsschlaf. Drei Bauernfamilien haben gebaut, was die Gemeinde seit zwölf Jahren prüft.',
  slug: 'kita-im-stall-rothmatt',
  section: 'region/lauental',
  topics: ['arbeit', 'wohnen'],
  authors: ['fluehbacher'],
  picture: 'stall',
  body: body(
    p('Der Geruch ist noch da, ganz leicht, wenn es regnet. Die Kinder mögen ihn, die Eltern haben sich daran gewöhnt. In Rothmatt, 410 Menschen, nächste Kita 19 Kilometer entfernt, haben drei Bauernfamilien im Winter einen leeren Kälberstall umgebaut. 310’000 Franken, davon 90’000 in Arbeitsstunden.'),
    p('Betreut wird von sechs bis achtzehn Uhr, in der Heuernte bis zwanzig. Wer früh melken muss, bringt die Kinder im Pyjama. Die Warteliste reicht bis in den übernächsten Frühling.'),
    ul('22 Plätze, fünf Angestellte', '96 Franken pro Tag, abgestuft nach Einkommen', 'Mittagessen aus der Käserei nebenan'),
    p('Die Gemeinde, die eine eigene Kita seit zwölf Jahren prüft, hat die Bewilligung innert neun Tagen erteilt. Man sei, sagt die Gemeindepräsidentin, «erleichtert und ein wenig beschämt».'),
  ),
}

const baeume: SampleStory = {
  key: 'stadtbaeume',
  state: 'scheduled',
  language: 'de',
  kicker: 'Stadtgrün',
  headline: 'Tausend Bäume, und jeder hat eine Nummer',
  lead: 'Aldenbrugg pflanzt bis zum Frühling tausend Bäume. Welche davon das Jahr 2100 erleben, hat eine Försterin ausgerechnet.',
  slug: 'aldenbrugg-tausend-baeume',
  section: 'region/aldenbrugg',
  furtherSections: ['wissen'],
  topics: ['klima', 'natur'],
  authors: ['orlandelli'],
  picture: 'baeume',
  minutesAgo: -2880,
  body: body(
    p('Nummer 1 steht am Kornhausplatz und ist eine Zerreiche. Sie ist 3,80 Meter hoch, hat einen Stamm wie ein Handgelenk und soll, wenn alles gut geht, 250 Jahre alt werden. Stadtförsterin Delia Hungerbergen streicht ihr über die Rinde. «Sie kennt Sommer, die wir erst bekommen.»'),
    h('Gesucht: Bäume mit Zukunft'),
    p('Für die tausend Pflanzungen hat Hungerbergen 64 Arten geprüft und 23 ausgewählt. Kriterien waren Hitze, Trockenheit, Salz und die Frage, ob Vögel etwas damit anfangen können. Die Linde, Stadtbaum seit dem Mittelalter, kommt nur noch an vier Stellen vor. Die Rosskastanie gar nicht mehr.'),
    p('Jeder Baum erhält einen Sack mit 80 Litern Wasser und eine Nummer. Wer in der Nähe wohnt, kann die Patenschaft übernehmen. 612 sind schon vergeben, ', em('am schnellsten'), ' jene vor den Beizen.'),
  ),
}

export const desk: SampleStory[] = [spital, kita, baeume]
