import { a, body, h, p, strong, ul } from './blocks.ts'
import type { SamplePage } from './sample.ts'

export const pages: SamplePage[] = [
  {
    slug: 'impressum', kind: 'imprint', language: 'de', title: 'Impressum',
    body: body(
      p(strong('Herausgeberin'), ': Verlagsgenossenschaft Morgauer Zeitung, Kornhausplatz 4, 0000 Aldenbrugg, Schweiz. Unternehmensnummer CHE-000.000.000.'),
      p(strong('Chefredaktion'), ': Verena Aschlimatt. ', strong('Geschäftsleitung'), ': Urban Trüebner.'),
      p('Redaktion: ', a('mailto:redaktion@example.org', 'redaktion@example.org'), '. Abonnemente und Beiträge: ', a('mailto:verlag@example.org', 'verlag@example.org'), '.'),
      h('Eigentum'),
      p('Die Genossenschaft gehört 8412 Leserinnen und Lesern. Niemand darf mehr als einen Anteil besitzen, jede Person hat eine Stimme. Beteiligungen an anderen Unternehmen bestehen keine.'),
      h('Fehler und Beschwerden'),
      p('Wir berichtigen Fehler sichtbar am Ende des Artikels, mit Zeitpunkt. Wer sich falsch dargestellt sieht, erreicht die unabhängige Ombudsstelle unter ', a('mailto:ombudsstelle@example.org', 'ombudsstelle@example.org'), '.'),
    ),
  },
  {
    slug: 'datenschutz', kind: 'privacy', language: 'de', title: 'Datenschutz',
    body: body(
      p('Sie können die Morgauer Zeitung lesen, ohne uns etwas über sich zu erzählen. Diese Seite sagt, was geschieht, wenn Sie es doch tun.'),
      h('Beim Lesen'),
      ul('Wir setzen keine Cookies, solange Sie sich nicht anmelden.', 'Wir zählen, welche Artikel gelesen werden, auf unserem eigenen Server und ohne Kennung, die Sie wiedererkennt.', 'Wir laden nichts von anderen Anbietern. Eingebettete Videos erst, wenn Sie zustimmen.'),
      h('Wenn Sie uns schreiben'),
      p('Kommentare erscheinen unter dem Namen, den Sie wählen. Hinweise an die Redaktion können Sie ohne Namen senden. Bei einem Beitrag bewahren wir Betrag, Datum und Zahlungsweg zehn Jahre auf, weil das Gesetz es verlangt.'),
      h('Ihre Rechte'),
      p('Sie können jederzeit erfahren, was wir über Sie gespeichert haben, und es löschen lassen: ', a('mailto:datenschutz@example.org', 'datenschutz@example.org'), '. Wir antworten innert 30 Tagen.'),
    ),
  },
  {
    slug: 'ueber-uns', kind: 'about', language: 'de', title: 'Über uns',
    body: body(
      p('Die Morgauer Zeitung erscheint seit 1868, zuerst zweimal wöchentlich, gedruckt im Keller des Kornhauses, heute rund um die Uhr. Sie gehört seit 2009 ihren Leserinnen und Lesern.'),
      p('Neunzehn Journalistinnen und Journalisten berichten aus Aldenbrugg, dem Lauental, vom Seeufer und aus der Welt davor. Auf Deutsch, mit einer französischen und einer englischen Ausgabe.'),
      h('Was Sie von uns erwarten dürfen'),
      ul('Wir trennen Bericht, Analyse und Meinung und schreiben es an.', 'Wir nennen unsere Quellen, auch die Agenturen.', 'Bezahlte Beiträge sind gekennzeichnet. Die Redaktion schreibt sie nicht.', 'Wir moderieren Kommentare von Hand. Darum schliessen wir sie nach 24 Stunden.'),
    ),
  },
  {
    slug: 'a-propos', kind: 'about', language: 'fr', title: 'À propos',
    body: body(
      p('La Morgauer Zeitung paraît à Aldenbrugg depuis 1868. Depuis 2009, elle appartient à ses lectrices et lecteurs, 8412 à ce jour, qui détiennent chacun une part et une voix.'),
      p('Notre édition française est écrite par Aurélie Savernay et son équipe. Elle n’est pas une traduction du journal allemand : les deux rédactions se lisent, se contredisent et parfois s’échangent un texte.'),
      p('Pour nous écrire : ', a('mailto:redaction@example.org', 'redaction@example.org'), '.'),
    ),
  },
  {
    slug: 'about', kind: 'about', language: 'en', title: 'About us',
    body: body(
      p('The Morgauer Zeitung has appeared in Aldenbrugg since 1868. Since 2009 it has belonged to its readers, 8,412 of them at the last count, each with one share and one vote.'),
      p('The English pages are for people who are new to the canton or fond of it from afar. We label opinion, name our agencies, and correct mistakes at the foot of the article with the time of the correction.'),
      p('Write to ', a('mailto:english@example.org', 'english@example.org'), '.'),
    ),
  },
]
