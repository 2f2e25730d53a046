import { a, body, box, em, h, p, pic, pull, quote, strong, table, ul } from '../blocks.ts'
import type { Node, SampleStory } from '../sample.ts'

const rents: Node[] = [
  p('An der Färbergasse 11 in Aldenbrugg wohnen im ersten Stock die Eheleute Kohlbrunner, 86 und 84 Jahre alt, in fünfeinhalb Zimmern für 1340 Franken. Im dritten Stock wohnt Familie Tesfalem-Roth, zwei Erwachsene, drei Kinder, in dreieinhalb Zimmern für 2280 Franken. Beide möchten weniger Treppen oder mehr Platz. Ein Tausch würde Kohlbrunners 740 Franken im Monat mehr kosten, für weniger Fläche. Also bleibt, wie es ist.'),
  p('Solche Häuser gibt es viele. Die Mieten laufender Verträge sind im Kanton innert zehn Jahren um 6 Prozent gestiegen, jene neuer Verträge um 38. Das zeigt eine Auswertung von 21’600 Verträgen, welche die Sparkasse Morgau für diese Zeitung vorgenommen hat.'),
  pic('chart-mieten'),
  h('Wer umzieht, verliert'),
  p('«Der Markt bestraft Bewegung», sagt Wohnökonomin Judith Amherdt-Loos. Nach ihrer Rechnung bleiben im Kanton 9000 grosse Wohnungen unter ihrer Möglichkeit belegt, nicht aus Egoismus, sondern weil jeder Umzug teurer wäre als das Bleiben.'),
  quote('Wir reden immer davon, dass Wohnungen fehlen. Es fehlt der Grund, aus der falschen auszuziehen.', 'Judith Amherdt-Loos, Wohnökonomin'),
]

const mieten: SampleStory = {
  key: 'mieten',
  state: 'public',
  language: 'de',
  kicker: 'Wohnen',
  headline: 'Warum niemand mehr auszieht',
  lead: 'Alte Verträge sind billig, neue teuer, und dazwischen sitzt ein ganzer Kanton fest. Ein Haus in Aldenbrugg zeigt, wie aus Vernunft ein Stau wird.',
  slug: 'warum-niemand-mehr-auszieht',
  section: 'wirtschaft',
  furtherSections: ['region/aldenbrugg'],
  topics: ['wohnen'],
  authors: ['kellermatt'],
  agencies: ['hdd'],
  picture: 'fassade',
  minutesAgo: 780,
  corrections: [
    { minutesAgo: 640, text: 'Die Miete der Wohnung im ersten Stock beträgt 1340 Franken, nicht 1430 Franken. Wir haben die Zahl und den daraus errechneten Unterschied berichtigt.' },
  ],
  body: body(
    ...rents,
    p('Die Genossenschaft Heimstatt versucht es seit zwei Jahren mit einem einfachen Mittel: Wer innerhalb ihrer 2100 Wohnungen in eine kleinere zieht, nimmt den Quadratmeterpreis mit. 94 Haushalte haben es getan. Den Umzug bezahlt die Genossenschaft, samt zwei Leuten, die beim Aussortieren der Bücher helfen. Das, sagt die Geschäftsstelle, sei der begehrteste Teil.'),
  ),
  unpublished: {
    headline: 'Warum im Morgau niemand mehr auszieht',
    body: body(
      ...rents,
      p('Die Genossenschaft Heimstatt versucht es seit zwei Jahren mit einem einfachen Mittel: Wer innerhalb ihrer 2100 Wohnungen in eine kleinere zieht, nimmt den Quadratmeterpreis mit. 94 Haushalte haben es getan, nach neusten Zahlen kommen in diesem Monat 17 dazu.'),
      p('Der Hauseigentümerverband hält das Modell für «eine Lösung für Genossenschaften». Private könnten den Ausfall nicht tragen.'),
    ),
  },
}

const fabrik: SampleStory = {
  key: 'fabrik',
  state: 'public',
  language: 'de',
  kicker: 'Industrie',
  headline: 'Die Fabrik gehört jetzt denen, die um sechs kommen',
  teaserTitle: 'Die Fabrik gehört der Frühschicht',
  lead: 'Bei Ottiker Pumpen in Brüelen haben 212 Angestellte ihre Firma gekauft. Im ersten Jahr ist der Umsatz gestiegen. Die grösste Veränderung aber ist eine Tür.',
  slug: 'ottiker-pumpen-mitarbeiter-kaufen-fabrik',
  section: 'wirtschaft',
  topics: ['arbeit'],
  authors: ['orlandelli'],
  picture: 'fabrik',
  minutesAgo: 1490,
  body: body(
    p('Die Tür zum Finanzbüro steht offen. Sie stand, sagt Dreher Milan Jovanek, in seinen ersten neunzehn Jahren hier nie offen. Jetzt hängt innen ein Blatt mit drei Zahlen: Bestellungen, Kasse, Ausschuss. Jeden Freitag werden sie von Hand ersetzt. Wer wissen will, wie es der Firma geht, muss nur auf dem Weg zur Kantine den Kopf drehen.'),
    p('Vor einem Jahr wollte die Familie Ottiker verkaufen, dritte Generation, keine vierte. Es lagen zwei Angebote vor, beide aus dem Ausland, beide mit dem Hinweis, man werde «die Standorte überprüfen». Die Belegschaft machte ein drittes. 18 Millionen Franken, davon vier aus eigenen Taschen, der Rest von zwei Kantonalinstituten und der Familie selbst, die ein Darlehen stehen liess.'),
    h('Eine Stimme, egal wie viel Geld'),
    p('Heute gehören Ottiker Pumpen 197 der 212 Angestellten. Der kleinste Anteil beträgt 5000 Franken, der grösste 60’000. Stimmen darf jede Person einmal. Gewählt wurde ein Rat von sieben Leuten, unter ihnen eine Lernende. Er stellt die Geschäftsleitung an und kann sie entlassen.'),
    table(['', 'Letztes Jahr', 'Dieses Jahr'], ['Umsatz', '44,1 Mio. Fr.', '47,8 Mio. Fr.'], ['Ausschuss', '3,9 %', '2,2 %'], ['Krankheitstage je Person', '8,4', '6,1']),
    quote('Früher habe ich eine schlechte Schraube eingebaut und gedacht: Das merkt schon einer. Jetzt bin ich der eine.', 'Milan Jovanek, Dreher und Miteigentümer'),
    p('Nicht alles ging gut. Der erste Lohnvorschlag wurde verworfen, der zweite auch. Eine Abteilungsleiterin kündigte, weil sie «nicht dreimal in der Woche Parlament» haben wollte. Und im November, als ein Grosskunde in Verzug geriet, verstanden alle gleichzeitig, was Haftung heisst. «Da war es», sagt Jovanek, «eine Woche lang sehr still in der Kantine.»'),
  ),
}

const analyse: SampleStory = {
  key: 'analyse-winterstrom',
  state: 'public',
  language: 'de',
  kicker: 'Analyse',
  headline: 'Die Berge haben gelernt zu rechnen',
  lead: 'Jahrzehntelang verkauften die Bergkantone ihr Wasser zum Fixpreis. Nun laufen die Verträge aus, und im Tal merkt man, wem die Batterie gehört.',
  slug: 'analyse-bergkantone-wasser-rechnen',
  section: 'wirtschaft',
  furtherSections: ['schweiz', 'meinung'],
  topics: ['energie', 'wasser', 'alpen'],
  authors: ['orlandelli'],
  picture: 'berge-rechnen',
  label: 'analysis',
  minutesAgo: 2980,
  body: body(
    p('Ein Wasserrecht ist ein seltsames Gut: Man verpachtet das Gefälle. Was oben liegt, ist wertvoll, weil es unten nicht liegt. Achtzig Jahre lang war die Rechnung einfach. Das Tal baute die Mauer, der Berg bekam einen Zins, am Ende fiel das Werk an den Berg zurück. Das Ende war weit weg. Jetzt ist es da.'),
    p('Von den 31 grossen Konzessionen im Alpenraum, die unsere Redaktion ausgewertet hat, laufen 19 in den kommenden zwölf Jahren aus. Dann gehören Stollen, Turbinen und Mauern ohne Entgelt den Gemeinden und Kantonen, auf deren Boden sie stehen. Der Fachbegriff heisst Heimfall. Er klingt nach Schicksal und ist ein Geschäft.'),
    pic('chart-heimfall'),
    h('Drei Wege'),
    ul('Behalten und selbst betreiben: viel Ertrag, viel Risiko, eigene Fachleute.', 'Neu verpachten: weniger Ertrag, aber sofort.', 'Teilen: eine Mehrheit am Berg, die Technik im Tal.'),
    p('Die meisten werden teilen. Ein Dorf mit 340 Menschen kann keine Strombörse bedienen, und ein Stromkonzern ohne Wasser ist ein Büro. Wie hart verhandelt wird, zeigt ', a('story:staumauer', 'der Streit um Lammeren'), ': Dort ist die Konzession jung, der Ausbau aber braucht die Zustimmung jener, die bisher nur Zins bezogen.'),
    pull('Ein Stromkonzern ohne Wasser ist ein Büro.'),
    p('Für das Unterland ist das unbequem. Es hat sich daran gewöhnt, dass Winterstrom eine technische Frage sei. Er wird in den nächsten Jahren zu einer Frage des Respekts, und der wird in Rappen pro Kilowattstunde ausgedrückt.'),
  ),
}

const solardach: SampleStory = {
  key: 'solardach',
  state: 'public',
  language: 'de',
  kicker: 'Gesponsert',
  headline: 'Ein Dach, drei Fragen, ein Nachmittag',
  lead: 'Lohnt sich eine Solaranlage auf dem eigenen Haus? Wer drei Zahlen kennt, weiss es vor dem ersten Besuch. Eine Anleitung der Dachgenossenschaft Sonnseite.',
  slug: 'ein-dach-drei-fragen',
  section: 'wirtschaft',
  topics: ['energie', 'wohnen'],
  authors: [],
  picture: 'solardach',
  label: 'sponsored',
  sponsor: 'Dachgenossenschaft Sonnseite',
  minutesAgo: 3400,
  body: body(
    p('Die meisten Beratungen beginnen mit einem Prospekt. Unsere beginnt mit einem Meter und einem Taschenrechner. Drei Fragen genügen für eine erste Antwort.'),
    p(strong('Erstens: Wie viel Dach schaut zwischen Osten und Westen? '), 'Zählen Sie nur Flächen ohne Kamin, Fenster und Schatten. Unter 20 Quadratmetern lohnt sich selten eine Anlage, ab 35 fast immer.'),
    p(strong('Zweitens: Wann brauchen Sie Strom? '), 'Wer tagsüber wäscht, kocht und lädt, verbraucht die Hälfte selbst. Wer erst abends heimkommt, ein Viertel.'),
    p(strong('Drittens: Wie alt ist das Dach? '), 'Eine Anlage hält dreissig Jahre. Hält das Dach nur noch zehn, wird zweimal Gerüst gestellt.'),
    box('Rechenbeispiel', p('40 Quadratmeter, Südwest, 8,2 Kilowatt: rund 7900 Kilowattstunden im Jahr. Kosten nach Beiträgen 15’400 Franken, bezahlt nach elf bis dreizehn Jahren.')),
    p(em('Dieser Beitrag wurde von der Dachgenossenschaft Sonnseite bezahlt und von ihr verfasst. Die Redaktion hat daran nicht mitgewirkt.')),
  ),
}

export const business: SampleStory[] = [mieten, fabrik, analyse, solardach]
