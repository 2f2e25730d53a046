import { body, box, em, embed, h, hr, p, pic, pull, quote, ul } from '../blocks.ts'
import type { SampleStory } from '../sample.ts'

const theater: SampleStory = {
  key: 'theater',
  state: 'public',
  language: 'de',
  kicker: 'Stadttheater',
  headline: 'Ein Stuhl, ein Licht, neunzig Minuten Angst',
  lead: 'Die junge Regisseurin Ilse Marthe Gaudenz räumt in Aldenbrugg die Bühne leer und stellt eine einzige Frage. Das Publikum bleibt danach sitzen.',
  slug: 'stadttheater-ein-stuhl-ein-licht',
  section: 'kultur',
  topics: ['buehne'],
  authors: ['kellermatt'],
  picture: 'buehne',
  minutesAgo: 690,
  body: body(
    p('Als das Licht ausgeht, ist da nichts: keine Wand, keine Treppe, kein Ton. Nur ein Stuhl, auf dem niemand sitzt. Vier Minuten lang geschieht nichts weiter, und man merkt, wie sich achthundert Menschen im Dunkeln fragen, ob das nun die Panne sei oder das Stück. Dann sagt eine Stimme von hinten rechts, mitten aus dem Parkett: «Darf ich?»'),
    p('«Der freie Platz» heisst der Abend von Ilse Marthe Gaudenz, 29, und er erzählt von einer Gemeindeversammlung, an der ein Stuhl zu viel steht. Wer sich setzt, muss reden. Neun Spielerinnen und Spieler sitzen verteilt im Saal, man erkennt sie erst, wenn sie aufstehen. Der Sigrist, der Bauunternehmer, die Frau, die vor dreissig Jahren weggezogen ist. Jede Geschichte ist wahr, Gaudenz hat sie in sechs Dörfern des Lauentals gesammelt.'),
    quote('Ich wollte wissen, was Leute sagen, wenn ihnen niemand ins Wort fällt. Es ist meistens das Gegenteil von dem, was sie vorhatten.', 'Ilse Marthe Gaudenz, Regisseurin'),
    p('Gespielt wird ohne Mikrofon, und das verlangt eine Stille, wie man sie in diesem Haus lange nicht mehr hörte. Rahel Sutermatt als Weggezogene braucht für ihren ersten Satz drei Anläufe, jeder davon ist ein anderes Stück. Einzig die Musik nach der Pause, ein Harmonium, drängt sich vor.'),
    p('Man könnte dem Abend vorwerfen, er mache es sich leicht, weil er jedem recht gibt. Er tut das Gegenteil. Wenn der Bauunternehmer erklärt, weshalb er das Restaurant abreissen liess, in dem er selbst getauft, getraut und beinahe pleite wurde, dann hört man auf, auf einer Seite zu sein.'),
    p('Am Ende bleibt der Stuhl wieder leer. Das Saallicht geht an, niemand klatscht. Nach einer Weile steht im zweiten Rang eine ältere Frau auf, geht hinunter, setzt sich und beginnt zu reden. Sie gehört nicht zum Ensemble.'),
    hr(),
    p(em('Weitere Vorstellungen bis Ende Monat. 90 Minuten, eine Pause.')),
  ),
}

const jazz: SampleStory = {
  key: 'jazz',
  state: 'public',
  language: 'de',
  kicker: 'Jazz',
  headline: 'In der Kelter spielt der Bass die Hauptrolle',
  lead: 'Das kleinste Festival des Landes hat 94 Plätze und nimmt niemanden, der schon berühmt ist. Trotzdem kommen Leute aus Oslo.',
  slug: 'jazz-in-der-kelter',
  section: 'kultur',
  furtherSections: ['region'],
  topics: ['buehne'],
  authors: ['kellermatt'],
  picture: 'jazz',
  minutesAgo: 1890,
  body: body(
    p('Wer zu spät kommt, sitzt auf dem Fass. Das ist in der alten Kelter von Wygarten keine Strafe, sondern die beste Akustik: Das Holz trägt den Kontrabass direkt in den Rücken. Am Freitag eröffnete das Trio Ebbtide hier die 23. Ausgabe von «Jazz in der Kelter», und nach dem zweiten Stück rückten drei Leute freiwillig aufs Fass.'),
    p('Veranstalterin Pia Rotzetterin hat eine einzige Regel: Eingeladen wird, wer noch nie ein Festival eröffnet hat. «Die Berühmten haben schon Publikum», sagt sie, «wir haben schon Wein.» Gagen gibt es für alle dieselbe, 800 Franken, dazu ein Bett bei einer Winzerfamilie und Frühstück bis zwölf.'),
    h('Drei, die man sich merken sollte'),
    ul('Trio Ebbtide: drei Bassistinnen, sonst nichts, und man vermisst es nicht.', 'Orkan Lindqvist Solo: Posaune und ein Eimer Wasser.', 'Kapelle Nordstau: Volksmusik aus dem Lauental, um eine Viertelnote verschoben.'),
    p('Vor dem ersten Konzert läuft im Hof, auf einem Leintuch und für alle umsonst, ein Trickfilm mit einem Hasen, der sich nicht alles bieten lässt. Die drei Bassistinnen spielen dazu, was ihnen einfällt.'),
    embed('hase'),
    p('Das Plakat hat wieder der Grafiker Melchior Thalmeier gezeichnet, wie jedes Jahr in einer Nacht und mit nur drei Farben. Es hängt noch eine Woche in der Stadt. Bisher wurden 40 Stück gestohlen, was Rotzetterin als Vorverkauf verbucht.'),
  ),
}

const bibliothek: SampleStory = {
  key: 'bibliothek',
  state: 'public',
  language: 'de',
  kicker: 'Bibliothek',
  headline: 'Nachts gehört der Lesesaal den Schlaflosen',
  lead: 'Seit die Stadtbibliothek auch zwischen Mitternacht und sechs offen ist, kommen Bäcker, Pflegerinnen und ein Mann, der ein Wörterbuch abschreibt.',
  slug: 'bibliothek-nachts-offen',
  section: 'kultur',
  furtherSections: ['region/aldenbrugg'],
  topics: ['wohnen'],
  authors: ['kellermatt'],
  picture: 'bibliothek',
  minutesAgo: 3150,
  body: body(
    p('Um 2.30 Uhr sind es siebzehn. Sie sitzen weit auseinander unter den grünen Lampen, als hätten sie es abgesprochen. Eine Pflegerin im Kasack löst Gleichungen, ein Bäcker liest vor der Schicht einen Krimi zu Ende, zwei Studentinnen flüstern in einer Sprache, die keiner der anderen kennt. In der Mitte, an Tisch 40, schreibt ein Mann mit Füllfeder ein Wörterbuch ab. Er ist bei G.'),
    p('Die Stadt hat den nächtlichen Betrieb für ein Jahr bewilligt, ohne Personal, mit einem Bibliotheksausweis als Schlüssel. 4100 Leute haben sich dafür angemeldet. Beschädigt wurde bisher eine Pflanze. «Wir haben mit allem gerechnet, ausser damit, dass sie lesen», sagt Leiterin Salome Wegmüllerin.'),
    quote('Daheim bin ich nachts allein. Hier bin ich nachts für mich.', 'Eine Besucherin an Tisch 12'),
    p('Die Ausleihen sind um 19 Prozent gestiegen. Am begehrtesten sind in den Nachtstunden Kochbücher, Lyrik und alles über Sterne. Der Mann an Tisch 40 will nicht sagen, weshalb er abschreibt. Nur so viel: Das Original sei aus dem Jahr 1871, und man habe damals Wörter gehabt, die man jetzt brauche.'),
  ),
}

const gletscher: SampleStory = {
  key: 'gletscher',
  state: 'public',
  language: 'de',
  kicker: 'Eisforschung',
  headline: 'Achthundert Jahre Luft in einem Gefrierschrank',
  lead: 'Auf 4100 Metern bohrt ein Team das älteste Eis der Region aus dem Fels, bevor es schmilzt. Was darin steckt, erzählt von Vulkanen, Bleiminen und einem verschwundenen Sommer.',
  slug: 'achthundert-jahre-luft-eiskern',
  section: 'wissen',
  furtherSections: ['schweiz'],
  topics: ['klima', 'alpen'],
  authors: ['rauberli'],
  picture: 'gletscher',
  minutesAgo: 2420,
  body: body(
    p('Der Kern kommt waagrecht aus dem Rohr, siebzig Zentimeter lang, klar wie ein Fenster, und alle sind still. Glaziologe Corsin Fliaschmann wischt mit dem Handschuh darüber. Man sieht Bläschen, fein wie Mohn. «Das», sagt er, «ist Luft, die zuletzt jemand geatmet hat, der Latein sprach.»'),
    p('Drei Wochen lang hat das Team der Universität Aldenbrugg auf dem Sattel des Wyssgrats gelebt, in fünf Zelten, bei minus 18 Grad. 81 Meter tief reicht die Bohrung, bis auf den Fels. Die untersten Meter sind nach ersten Messungen rund 800 Jahre alt. Vor zehn Jahren wären es wohl 1100 gewesen: Schmelzwasser ist in die Tiefe gesickert und hat die ältesten Schichten ausgewaschen.'),
    pic('chart-gletscher'),
    h('Das Jahr, in dem es nicht Sommer wurde'),
    p('Bei 31,6 Metern liegt ein grauer Streifen, kaum dicker als ein Faden. Es ist die Asche eines Vulkans, der 1815 auf der anderen Seite der Erde ausbrach. Im Jahr darauf fiel im Lauental im Juli Schnee, die Kirchenbücher verzeichnen im Winter danach dreimal so viele Tote wie üblich. Darüber, bei 14 Metern, steigt das Blei: Autos. Bei neun Metern fällt es wieder: ein Gesetz.'),
    quote('Man kann im Eis sehen, wann Menschen etwas beschlossen haben. Und auch, wann nicht.', 'Corsin Fliaschmann, Glaziologe'),
    box('Vom Berg ins Labor', ul('Transport bei minus 20 Grad, im Helikopter und im Glacewagen einer Bäckerei', '116 Stücke, jedes mit Nummer und Oben-Pfeil', 'Die Hälfte wird gemessen, die andere für spätere Methoden aufbewahrt')),
    p('Die zweite Hälfte der Kerne bleibt unberührt. Sie liegt bei minus 30 Grad in einem ehemaligen Käsekeller. In hundert Jahren, hofft Fliaschmann, werde jemand Fragen haben, auf die heute niemand komme. «Dann ist das Eis hier, und der Gletscher nicht mehr.»'),
    pull('Dann ist das Eis hier, und der Gletscher nicht mehr.'),
  ),
}

export const culture: SampleStory[] = [theater, jazz, bibliothek, gletscher]
