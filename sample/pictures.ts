import type { Language, SamplePicture } from './sample.ts'

type Fields = Pick<SamplePicture, 'caption' | 'alt'> & { language?: Language; file?: string; credit?: string }

const picture = (kind: SamplePicture['kind'], size: readonly [number, number], creator: string) =>
  (key: string, fields: Fields): SamplePicture => ({
    key,
    kind,
    file: fields.file ?? `${key}.${kind === 'illustration' || kind === 'map' ? 'webp' : 'png'}`,
    width: size[0],
    height: size[1],
    language: fields.language ?? 'de',
    credit: { creator, credit: fields.credit ?? 'Morgauer Zeitung' },
    caption: fields.caption,
    alt: fields.alt,
  })

const lead = [1620, 1080] as const
const thalmeier = picture('illustration', lead, 'Melchior Thalmeier')
const brosi = picture('illustration', lead, 'Annetta Brosimann')
const wanner = picture('illustration', lead, 'Ida Wannerström')
const map = picture('map', [1400, 1050], 'Leonie Imsandner')
const chart = picture('chart', [1400, 900], 'Leonie Imsandner')
const portrait = picture('portrait', [720, 900], 'Annetta Brosimann')

const landscapes: SamplePicture[] = [
  wanner('staumauer', { caption: 'Die Staumauer von Lammeren im hintersten Lauental.', alt: 'Eine hohe, geschwungene Staumauer zwischen schneebedeckten Bergflanken, dahinter ein tiefblauer See.', credit: 'Lumen' }),
  wanner('tafelberge', { caption: 'Tafelberge am Little Ash River.', alt: 'Rote Tafelberge im Abendlicht, davor ein schmaler Fluss, der sich durch die Ebene windet.', credit: 'Lumen' }),
  wanner('flussbett', { caption: 'Das Bett des Little Ash River unterhalb von Harlan Bend, am Tag der Abstimmung.', alt: 'Aufsicht auf einen verzweigten Flusslauf, türkise Arme auf ockerfarbenem Grund.', credit: 'Lumen' }),
  wanner('faehre', { caption: 'Die «Salome» auf dem Weg nach Aldenbrugg. Um diese Zeit fährt der letzte Kurs.', alt: 'Eine kleine Fähre mit erleuchteter Kabine auf einem stillen See in der Dämmerung, dahinter gestaffelte Berge.' }),
  wanner('nebelmeer', { caption: 'Blick von der Egg über das Unterland. Nur der Fernsehturm ragt heraus.', alt: 'Ein weisses Nebelmeer im Morgenlicht, aus dem bewaldete Kuppen und die Spitze eines Turms ragen.' }),
  wanner('gletscher', { caption: 'Das Lager auf dem Sattel des Wyssgrats, 4100 Meter über Meer.', alt: 'Fünf kleine orange Zelte auf einem Gletschersattel unter einem hellen Firngrat.', credit: 'Lumen' }),
  wanner('tal-winter', { language: 'en', caption: 'Hinterlauen on a January evening. The surgery is the house nearest to us.', alt: 'A snow-covered alpine valley at blue hour with a few lit windows in a village at its foot.' }),
  wanner('sternwarte', { caption: 'Die Kuppel der Sternwarte Pfaffenegg, eine Aufnahme von vier Stunden Dauer.', alt: 'Kreisförmige Sternspuren am Nachthimmel über der Silhouette einer Sternwarte auf einem Hügel.' }),
  thalmeier('rebberg', { caption: 'Die Terrassen von Wygarten über dem Aldensee.', alt: 'Plakatartige Darstellung von Rebterrassen, die in Bögen zum blauen See abfallen, unter einer grossen Sonne.' }),
  thalmeier('nachtzug', { caption: 'Der «Bernstein» verlässt das Tal bei Einbruch der Nacht.', alt: 'Ein Nachtzug mit erleuchteten Fenstern fährt über einen hohen Steinviadukt, dahinter Berge und Mond.' }),
  thalmeier('seilbahn', { caption: 'Die Luftseilbahn Pfaffenegg, Baujahr 1963.', alt: 'Eine rote Seilbahnkabine schwebt an langen Seilen vor einer steilen Felswand.' }),
  thalmeier('alpage', { language: 'fr', caption: 'L’alpage des Praz-Dessus, à quatre heures et quart du matin.', alt: 'Un chalet d’alpage au petit matin sous une montagne stylisée, quelques vaches dans le pré.' }),
  thalmeier('passfahrt', { caption: 'Die Kehren am Trübpass. Wer hier den Fuss absetzt, scheidet aus.', alt: 'Eine helle Passstrasse windet sich in vielen Kehren einen Hang hinauf, ein einzelner Radfahrer darauf.' }),
]

const town: SamplePicture[] = [
  brosi('stadt-nacht', { caption: 'Aldenbrugg kurz vor eins. Danach leuchten nur noch die Fussgängerstreifen.', alt: 'Dächer und Türme einer Stadt bei Nacht, einige Fenster erleuchtet, darüber die Milchstrasse.' }),
  brosi('fassade', { caption: 'Färbergasse 11 in Aldenbrugg, an einem Abend gezeichnet.', alt: 'Eine nächtliche Hausfassade mit vielen Fenstern, in einigen brennt Licht und man sieht Bewohner als Schattenrisse.' }),
  brosi('fabrik', { caption: 'Das Werk in Brüelen: Sheddächer von 1931, Eigentümer von diesem Jahr.', alt: 'Geometrische Darstellung einer Fabrik mit gezacktem Sheddach, Kamin und offener, leuchtender Tür.' }),
  brosi('bibliothek', { caption: 'Der Lesesaal der Stadtbibliothek, halb drei Uhr nachts.', alt: 'Ein hoher Lesesaal in Zentralperspektive mit Bücherwänden und kleinen grünen Lampen auf langen Tischen.' }),
  brosi('hochwasser', { caption: 'Die Kornhausbrücke um 4.20 Uhr, nach einer Fotografie der Feuerwehr.', alt: 'Häuser einer Altstadt stehen im Wasser, ihre Lichter spiegeln sich in den Wellen.' }),
  brosi('spital', { caption: 'Station C3 des Kantonsspitals, als Wegenetz gezeichnet.', alt: 'Grundriss aus farbigen Flächen, durch den sich eine lange verschlungene Linie zieht.' }),
  brosi('stall', { caption: 'Der frühere Kälberstall in Rothmatt.', alt: 'Ein rotes Stallgebäude mit gelb leuchtendem Fenster in einer hügeligen Winterlandschaft.' }),
  brosi('solardach', { caption: 'Ein Dach, 40 Quadratmeter, nach Südwesten.', alt: 'Schräge Dachflächen mit blauen Solarfeldern unter einer strahlenden, geometrischen Sonne.', credit: 'Dachgenossenschaft Sonnseite' }),
]

const ideas: SamplePicture[] = [
  thalmeier('buehne', { caption: 'Der Stuhl, auf den sich niemand setzen will.', alt: 'Ein einzelner Stuhl in einem scharfen Lichtkegel auf einer dunklen, roten Bühne, mit langem Schatten.' }),
  thalmeier('jazz', { caption: 'Das Plakat zur 23. Ausgabe, in einer Nacht gezeichnet.', alt: 'Grafisches Plakat: aus Streifen und Bögen geformter Kontrabassist in Rot, Schwarz und Gelb.' }),
  thalmeier('abfahrt', { caption: 'Joline Abgottsponer am Sprung über die Geissmauer.', alt: 'Eine stilisierte Skirennfahrerin in der Hocke springt über eine Kante, hinter ihr spritzt Schnee.', credit: 'Lumen' }),
  thalmeier('achter', { caption: 'Der Frauenachter von Seehalden, von oben.', alt: 'Aufsicht auf einen Ruderachter, der diagonal durch dunkelgrünes Wasser gleitet, die Ruder ziehen Wirbel.' }),
  brosi('stille', { caption: 'Ein Ohr auf dem Plan.', alt: 'Collage: ein grosses Ohr aus Rasterpunkten, in das konzentrische Linien wie ein Labyrinth führen.' }),
  brosi('miliz', { caption: 'Der leere Platz am Ratstisch.', alt: 'Runder Tisch von oben mit Stühlen, einer davon leer und rot, in der Mitte eine Uhr.' }),
  brosi('berge-rechnen', { caption: 'Gefälle als Guthaben.', alt: 'Collage aus Bergdreiecken, in denen Zahlenreihen und Balken stehen, unten eine blaue Fläche.' }),
  brosi('stimmrecht', { caption: 'Der Briefkasten im Schulhaus Mühleweg.', alt: 'Viele farbige Hände werfen Couverts in den Schlitz eines grossen gelben Kastens.' }),
  thalmeier('wolf', { caption: 'M214 im Trübwald, nach der Aufnahme einer Fotofalle gezeichnet.', alt: 'Ein Wolf zwischen dunklen Baumstämmen blickt aus dem Nebel, seine Augen leuchten hell.' }),
  wanner('orchidee', { caption: 'Frauenschuh, Tafel 14 der Mappe von Theres Inderbitzlin.', alt: 'Botanische Tafel eines Frauenschuhs mit gelber Blüte, Schnitt, Frucht und Wurzel auf cremefarbenem Papier.' }),
  wanner('horloge', { language: 'fr', caption: 'Le mécanisme de Montservan, relevé par Noémie Aubertin.', alt: 'Dessin technique d’un mécanisme d’horloge: roues dentées, balancier et poids sur fond bleu nuit.' }),
  wanner('palafittes', { language: 'fr', caption: 'Les pieux d’Auvernaz, par quatre mètres de fond.', alt: 'Une plongeuse avec une lampe nage entre des pieux de bois dans une eau verte traversée de rayons.', credit: 'Lumen' }),
  thalmeier('glocken', { language: 'en', caption: 'Fräulein, or at any rate her bell.', alt: 'A large cowbell on a patterned strap, sound drawn as rings that fill the night meadow.' }),
  thalmeier('baeume', { caption: 'Nummer 1 bis 24: ein Ausschnitt aus dem Pflanzplan.', alt: 'Tafel mit vierundzwanzig stilisierten Bäumen in verschiedenen Formen und Grüntönen.' }),
]

const inside: SamplePicture[] = [
  map('karte-lammeren', { caption: 'Der See heute und nach einer Erhöhung um 17 Meter.', alt: 'Karte des Stausees von Lammeren: heutige Fläche dunkelblau, zusätzliche Fläche hellblau, Mauer als roter Strich.' }),
  map('karte-harlan-bend', { caption: 'Harlan Bend liegt im Hochtal des Little Ash River.', alt: 'Karte der USA mit einem Punkt für Harlan Bend im Westen.' }),
  map('karte-nachtzug', { caption: 'Die Strecke des «Bernstein», 1100 Kilometer in 14 Stunden und 10 Minuten.', alt: 'Karte Mitteleuropas mit der Linie des Nachtzugs von Aldenbrugg nach Rostock.' }),
  chart('chart-winterstrom', { caption: 'Erzeugung und Verbrauch im Kanton Morgau, Gigawattstunden je Monat.', alt: 'Balkendiagramm: von November bis März übersteigt der Verbrauch die Erzeugung, im Juni ist es umgekehrt.' }),
  chart('chart-mieten', { caption: 'Mieten im Kanton Morgau, vor zehn Jahren gleich 100.', alt: 'Liniendiagramm: neue Verträge steigen auf 138, laufende Verträge auf 106.' }),
  chart('chart-stimmrecht', { caption: 'Beteiligung nach Alter, mit und ohne Briefkasten im Schulhaus.', alt: 'Steigungsdiagramm: Stimmbeteiligung der 16- und 17-Jährigen 46 Prozent ohne und 74 Prozent mit Briefkasten.' }),
  chart('chart-heimfall', { caption: '31 grosse Wasserrechte im Alpenraum nach dem Jahr, in dem sie auslaufen.', alt: 'Diagramm aus 31 Feldern: 19 Rechte laufen innert zwölf Jahren aus, 12 später.' }),
  chart('chart-gletscher', { caption: 'Blei im Eiskern vom Wyssgrat, Mikrogramm je Kilogramm Eis.', alt: 'Flächendiagramm: der Bleigehalt steigt ab 1850, gipfelt um 1975 und fällt danach steil.' }),
]

const portraits: SamplePicture[] = [
  portrait('portrait-orlandelli', { caption: 'Tiziana Orlandelli', alt: 'Gezeichnetes Porträt von Tiziana Orlandelli.' }),
  portrait('portrait-fluehbacher', { caption: 'Samuel Flüehbacher', alt: 'Gezeichnetes Porträt von Samuel Flüehbacher.' }),
  portrait('portrait-kellermatt', { caption: 'Nadja Kellermatt', alt: 'Gezeichnetes Porträt von Nadja Kellermatt.' }),
  portrait('portrait-zgruob', { caption: 'Jost Zgruob', alt: 'Gezeichnetes Porträt von Jost Zgruob.' }),
  portrait('portrait-savernay', { caption: 'Aurélie Savernay', alt: 'Portrait dessiné d’Aurélie Savernay.', language: 'fr' }),
  portrait('portrait-rauberli', { caption: 'Kaspar Rauberli', alt: 'Gezeichnetes Porträt von Kaspar Rauberli.' }),
]

export const pictures: SamplePicture[] = [...landscapes, ...town, ...ideas, ...inside, ...portraits]
