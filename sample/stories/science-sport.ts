import { body, box, em, h, ol, p, pull, quote, strong, table, ul, video } from '../blocks.ts'
import type { SampleStory } from '../sample.ts'

const orchidee: SampleStory = {
  key: 'orchidee',
  state: 'public',
  language: 'de',
  kicker: 'Botanik',
  headline: 'Die Blume, die sechzehn Jahre lang nichts tut',
  lead: 'Der Frauenschuh braucht einen Pilz, eine Biene und viel Zeit. Im Trübwald hat eine pensionierte Lehrerin jeden einzelnen Stock gezählt, 31 Jahre lang.',
  slug: 'frauenschuh-sechzehn-jahre',
  section: 'wissen',
  topics: ['natur'],
  authors: ['rauberli'],
  picture: 'orchidee',
  minutesAgo: 3900,
  body: body(
    p('Theres Inderbitzlin bückt sich nicht, sie kniet. Wer sich bücke, sagt sie, trete auf das, was man noch nicht sehe. Unter der Föhre, zwischen Moos und Nadeln, zeigt sie auf ein Blatt, kaum grösser als ein Daumennagel. «Das ist Nummer 212. Sieben Jahre alt. Blüht vielleicht, wenn ich neunzig bin.»'),
    p('Der Frauenschuh ist die grösste Orchidee des Landes und die geduldigste. Sein Same wiegt zwei Millionstel Gramm und enthält keine Nahrung. Er keimt nur, wenn ihn ein bestimmter Pilz ernährt, unter der Erde, drei bis vier Jahre lang. Bis zur ersten Blüte vergehen bis zu sechzehn.'),
    h('Eine Falle ohne Strafe'),
    p('Dann aber geht es schnell. Eine Sandbiene, angelockt von einem Duft nach Aprikosen, fällt in den gelben Schuh. Die Wände sind glatt, hinaus führt nur ein enger Gang, durch zwei durchscheinende Fenster erhellt. Auf dem Weg streift sie den Pollen ab. Nektar gibt es keinen. «Sie wird betrogen», sagt Inderbitzlin, «aber sie kommt wieder. Man kennt das.»'),
    table(['Jahr der Zählung', 'Stöcke', 'davon blühend'], ['1', '64', '19'], ['11', '92', '24'], ['21', '187', '51'], ['31', '341', '88']),
    p('Ihre Listen, 31 Schulhefte, sind die längste Reihe ihrer Art im Kanton. Die Universität hat sie digitalisiert. Sie zeigen, dass nicht die Sammler das Problem waren, sondern das Licht: Seit der Förster auf ihren Rat jede fünfte Fichte schlug, hat sich der Bestand verfünffacht. Wo genau das ist, steht in keinem der Hefte. Sie hat die Stelle nie aufgeschrieben.'),
  ),
}

const sternwarte: SampleStory = {
  key: 'sternwarte',
  state: 'public',
  language: 'de',
  kicker: 'Astronomie',
  headline: 'Der Lehrer, der einen Kometen übersah, und dann doch nicht',
  teaserTitle: 'Ein Komet für Pfaffenegg',
  lead: 'Auf der Sternwarte von Pfaffenegg entdeckt ein Chemielehrer auf drei alten Aufnahmen einen Schweifstern. Nun trägt er seinen Namen, und den des Hundes nicht.',
  slug: 'komet-von-pfaffenegg',
  section: 'wissen',
  topics: ['natur'],
  authors: ['rauberli'],
  agencies: ['hdd'],
  picture: 'sternwarte',
  minutesAgo: 5300,
  body: body(
    p('Das Bild war Ausschuss. Gallus Rüttener, Chemielehrer und Präsident des Vereins Sternwarte Pfaffenegg, hatte es wegen einer Wolke gelöscht und nur deshalb wieder aus dem Papierkorb geholt, weil seine Tochter für ein Referat ein Beispiel für ein misslungenes Foto brauchte. Dort, unten links, war ein Fleck, der auf der Aufnahme vom Vorabend ein paar Pixel weiter rechts stand.'),
    p('Drei Nächte und 61 Aufnahmen später bestätigte die internationale Meldestelle: ein bisher unbekannter Komet, Umlaufzeit rund 1340 Jahre. Er war zuletzt zu sehen, als im Lauental noch niemand schreiben konnte. Im Frühling wird er mit dem Feldstecher zu finden sein, tief im Nordwesten, ', strong('etwa eine Stunde nach Sonnenuntergang'), '.'),
    video('sternwarte'),
    quote('Ich hatte ihn auf der Platte, ich hatte ihn im Papierkorb, und gefunden hat ihn die Prokrastination einer Fünfzehnjährigen.', 'Gallus Rüttener, Entdecker'),
    p('Der Komet heisst nach den Regeln «Rüttener». Den Vorschlag der Tochter, ihn nach dem Hund zu nennen, der in jeder klaren Nacht mit auf den Berg geht, lehnte die Meldestelle ab. Der Hund heisst Halley.'),
    ol('Aufgang beobachten: ab Mitte März, Richtung Nordwesten', 'Feldstecher mit mindestens 40 Millimetern Öffnung', 'Zwanzig Minuten warten, bis die Augen sich gewöhnt haben'),
  ),
}

const abfahrt: SampleStory = {
  key: 'abfahrt',
  state: 'public',
  language: 'de',
  kicker: 'Ski alpin',
  headline: 'Vier Hundertstel, und das ganze Tal hält den Atem an',
  teaserTitle: 'Vier Hundertstel',
  lead: 'Mit Startnummer 31 fährt die Pfaffeneggerin Joline Abgottsponer aufs Podest der Abfahrt am Elferstock. Zwei Jahre nach einem Sturz, der alles hätte beenden sollen.',
  slug: 'abgottsponer-podest-elferstock',
  section: 'sport',
  topics: ['wintersport'],
  authors: ['rauberli'],
  agencies: ['lumen'],
  picture: 'abfahrt',
  minutesAgo: 175,
  updatedMinutesAgo: 120,
  body: body(
    p('Im Ziel schaut sie zuerst nicht auf die Tafel. Joline Abgottsponer, 24, Startnummer 31, bleibt vornübergebeugt stehen, die Hände auf den Knien, und hört, wie es lauter wird. Dann dreht sie sich um. Dritte. Vier Hundertstel vor der Nächsten, 0,31 Sekunden hinter der Siegerin, der Norwegerin Tuva Hegglund.'),
    p('Als die Podestfahrerinnen eigentlich schon feststanden, wechselte das Licht. Die Wolken über dem Elferstock rissen auf, der obere Teil lag plötzlich in der Sonne. «Ich habe zum ersten Mal an diesem Tag den Boden gesehen», sagte Abgottsponer. «Da dachte ich: Dann kann ich ihn auch benutzen.»'),
    h('Das Knie, das niemand operieren wollte'),
    p('Vor zwei Jahren stürzte sie am selben Hang, beim Sprung über die Geissmauer. Drei Bänder, ein Knochen, elf Wochen Spital. Zwei Chirurgen rieten zum Aufhören, die dritte fragte, was sie denn ohne Ski machen würde. «Käse», sagte Abgottsponer. Die Eltern führen die Sennerei. Die Ärztin operierte.'),
    table(['Rang', 'Name', 'Zeit'], ['1', 'Tuva Hegglund (NOR)', '1:41,08'], ['2', 'Carlotta Brambati (ITA)', '1:41,22'], ['3', 'Joline Abgottsponer (SUI)', '1:41,39'], ['4', 'Mirja Zellinger (AUT)', '1:41,43']),
    p('In Pfaffenegg läuteten am Nachmittag die Glocken, was der Sigrist hinterher mit einer Wartung begründete. Als Nächstes folgt der Super-G. Sie werde fahren, sagte Abgottsponer, und danach im Stall helfen: «Die Kühe haben das Rennen nicht gesehen.»'),
  ),
}

const rudern: SampleStory = {
  key: 'rudern',
  state: 'public',
  language: 'de',
  kicker: 'Rudern',
  headline: 'Acht Frauen, ein Takt und die Kunst, nicht zu denken',
  teaserTitle: 'Acht Frauen, ein Takt',
  lead: 'Der Achter von Seehalden gewinnt zum dritten Mal die Langstrecke auf dem Aldensee. Die Jüngste ist 41, die Steuerfrau 78.',
  slug: 'achter-seehalden-langstrecke',
  section: 'sport',
  furtherSections: ['region'],
  topics: ['arbeit'],
  authors: ['rauberli'],
  picture: 'achter',
  minutesAgo: 1580,
  body: body(
    p('Vom Ufer aus hört man zuerst nur ein Wort: «Und.» Alle zwei Sekunden, sechs Kilometer lang. Mehr sagt Steuerfrau Agathe Bodenmann-Frick nicht, sie ist 78 und der Ansicht, dass die meisten Rennen zerredet werden. Als das Boot am Samstag nach 21 Minuten und 14 Sekunden über die Ziellinie glitt, sagte sie ein zweites Wort. Es lautete: «So.»'),
    p('Der Frauenachter von Seehalden trainiert dreimal wöchentlich um 5.30 Uhr, weil danach alle arbeiten: eine Pöstlerin, zwei Lehrerinnen, eine Anästhesistin, eine Zimmerin, drei Bäuerinnen. Gefunden haben sie sich vor neun Jahren über einen Zettel im Dorfladen. «Gesucht: sieben Leute, die pünktlich sind», stand darauf.'),
    quote('Im Büro bin ich für vierzig Leute verantwortlich. Hier bin ich für ein Ruder verantwortlich, das ist Ferien.', 'Sibylle Krummenacherin, Platz 5'),
    p('Auf dem zweiten Platz, elf Sekunden zurück, landete der Universitätsachter, dessen Boot doppelt so viel gekostet hat und dessen Besatzung zusammen 170 Jahre alt ist. Die Seehaldnerinnen kommen auf 389. Gefeiert wurde kurz: Um neun musste die Post verteilt werden.'),
  ),
}

const velo: SampleStory = {
  key: 'velo',
  state: 'public',
  language: 'de',
  kicker: 'Rad',
  headline: 'Das Rennen, das keiner gewinnen darf',
  lead: 'Bei der «Langsamen» über den Trübpass gewinnt, wer als Letzter ankommt, ohne abzusteigen. Was als Scherz begann, zieht nun Profis an.',
  slug: 'die-langsame-truebpass',
  section: 'sport',
  topics: ['alpen'],
  authors: ['fluehbacher'],
  picture: 'passfahrt',
  minutesAgo: 4600,
  body: body(
    p('Das Feld ist schon nach zweihundert Metern auseinandergerissen, nach hinten. Vorn, also hinten, steht Titelverteidiger Housi Zumbrunner beinahe still in der Kehre, das Vorderrad quer, den Blick auf einem Gänseblümchen. Zwei Komma eins Kilometer pro Stunde, zeigt der Tacho. Wer den Fuss absetzt, scheidet aus.'),
    p('Die «Langsame» führt über acht Kilometer und 640 Höhenmeter auf den Trübpass. Die Bestzeit, also die längste, liegt bei sechs Stunden und 51 Minuten. Erfunden wurde das Rennen von drei Wirten, die sich ärgerten, dass alle an ihnen vorbeifuhren.'),
    p('Seit vergangenem Jahr starten auch Bahnprofis, die das Stehen auf dem Rad beherrschen. ', em('Schön ist das nicht'), ', findet Zumbrunner, «die können es ja». Gewonnen hat am Sonntag trotzdem er, mit sieben Minuten Vorsprung, also Rückstand. Oben wartete niemand mehr. So soll es sein.'),
  ),
}

const stille: SampleStory = {
  key: 'stille',
  state: 'public',
  language: 'de',
  kicker: 'Kommentar',
  headline: 'Wer Stille will, muss sie bauen',
  lead: 'Wir planen Strassen, Parkplätze und Sichtachsen. Für Ruhe gibt es nicht einmal ein Symbol auf der Karte.',
  slug: 'wer-stille-will-muss-sie-bauen',
  section: 'meinung',
  topics: ['wohnen', 'demokratie'],
  authors: ['aschlimatt'],
  picture: 'stille',
  label: 'opinion',
  minutesAgo: 520,
  body: body(
    p('Auf dem Zonenplan von Aldenbrugg gibt es 34 Farben. Es gibt eine für Gewerbe, eine für Gärten, eine für ‹verdichtete Kernzone mit Gestaltungsauftrag›. Für Stille gibt es keine. Sie ist, was übrig bleibt, und übrig bleibt fast nichts.'),
    p('Man hält sie für das Natürliche, das von selbst da wäre, wenn nur niemand störte. Das Gegenteil ist wahr. Die ruhigen Orte, die wir lieben, wurden gemacht: der Kreuzgang, der Lesesaal, der Friedhof. Jemand hat Mauern gezogen, Regeln erlassen, Bäume gesetzt. Jemand hat dafür bezahlt.'),
    p('Der Kanton will nun die Lärmgrenzen in den Zentren lockern, damit mehr gebaut werden kann. Das Ziel ist richtig, Wohnungen fehlen. Aber wer an der Strasse baut und die Fenster nach vorn setzt, verschiebt das Problem in die Schlafzimmer. Es ginge auch anders: Höfe öffnen, Grundrisse drehen, Tempo 30 nicht als Strafe, sondern als Baumaterial.'),
    pull('Ruhe ist keine Abwesenheit. Sie ist eine Bauleistung.'),
    p('Drei Dinge liessen sich sofort tun. Der Zonenplan bekommt eine 35. Farbe. Jede Gemeinde bezeichnet einen Ort, an dem man nichts hört als sich selbst. Und bei jedem Neubau wird, neben Statik und Brandschutz, gerechnet, wie laut es auf dem Kopfkissen ist.'),
    p('Das kostet. Lärm auch, wir bezahlen ihn nur an einer anderen Kasse: mit Tabletten, mit Doppelverglasung und mit dem Wegzug jener, die es sich leisten können. Die anderen bleiben und gewöhnen sich. Man sollte ihnen nicht glauben, wenn sie es sagen.'),
  ),
}

const miliz: SampleStory = {
  key: 'miliz',
  state: 'public',
  language: 'de',
  kicker: 'Gastbeitrag',
  headline: 'Das Amt braucht Feierabend',
  lead: 'In jeder dritten Gemeinde fehlen Leute für den Gemeinderat. Mehr Geld hilft wenig. Was hilft, ist eine Sitzung, die um neun zu Ende ist.',
  slug: 'das-amt-braucht-feierabend',
  section: 'meinung',
  furtherSections: ['schweiz'],
  topics: ['demokratie', 'arbeit'],
  authors: ['zgruob'],
  picture: 'miliz',
  label: 'opinion',
  minutesAgo: 2050,
  body: body(
    p('Mein Grossvater war 24 Jahre lang Gemeindeschreiber und hat in dieser Zeit, wie er gern sagte, keine einzige Suppe heiss gegessen. Er meinte es als Auszeichnung. Wer heute ein Amt übernimmt, hört dieselbe Geschichte und denkt: ohne mich.'),
    p('Von den 118 Gemeinden im Morgau suchen 39 mindestens ein Ratsmitglied. Die Antwort darauf lautet meist: höhere Entschädigung. Eine Umfrage unter tausend Zurückgetretenen zeigt etwas anderes. Nur 14 Prozent nannten das Geld. 61 Prozent nannten die Abende.'),
    box('Was drei Gemeinden anders machen', ul('Hinterlauen tagt am Samstagmorgen, mit Kinderhüte.', 'Brüelen hat jedes Ressort doppelt besetzt.', 'Seehalden stoppt jede Sitzung nach 120 Minuten. Was nicht behandelt ist, war nicht dringend.')),
    p('Die Miliz lebt nicht vom Opfer, sie lebt vom Nebenbei. Sie passt in ein Leben, oder sie findet keine Leben mehr. Das verlangt von den Gemeinden Disziplin und von uns allen etwas Mut: die Einsicht, dass ein Rat, der um neun nach Hause geht, besser entscheidet als einer, der um Mitternacht noch recht haben will.'),
  ),
}

export const scienceAndSport: SampleStory[] = [orchidee, sternwarte, abfahrt, rudern, velo]
export const opinion: SampleStory[] = [stille, miliz]
