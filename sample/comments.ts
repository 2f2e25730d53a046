import type { SampleComment } from './sample.ts'

/** What readers write below two stories and a translated one: people who exist nowhere else and cannot sign in. */
export const comments: SampleComment[] = [
  {
    key: 'faehre-1', story: 'faehre', name: 'Ruth Ammelmann', minutesAgo: 540, chosen: true,
    text: 'Meine Mutter hat auf der «Salome» Ja gesagt, genau in der Mitte, beim Gaswegnehmen. Sie behauptet bis heute, der Fährmann habe genickt.\n\nDer Bus hält dann wohl nicht an.',
  },
  { key: 'faehre-2', story: 'faehre', answers: 'faehre-1', name: 'Köbi aus Seehalden', minutesAgo: 520, text: 'Er hat genickt. Ich stand hinten mit dem Velo.' },
  { key: 'faehre-3', story: 'faehre', answers: 'faehre-1', name: 'Ladina P.', minutesAgo: 505, text: 'Danke für diese Geschichte. Steht sie irgendwo auf dem Schiff? Müsste sie.' },
  { key: 'faehre-4', story: 'faehre', name: 'W. Stöckeli', minutesAgo: 470, text: '44 Prozent Deckungsgrad. Welche Strasse im Kanton deckt 44 Prozent? Ich frage nur.' },
  { key: 'faehre-5', story: 'faehre', answers: 'faehre-4', name: 'Hannes Brüderli', minutesAgo: 455, text: 'Die Strasse um den See wurde 2019 für 31 Millionen saniert. Ein Billett habe ich dort noch nie gelöst.' },
  { key: 'faehre-6', story: 'faehre', answers: 'faehre-4', staff: 'kellermatt', minutesAgo: 430, text: 'Wir haben nachgefragt: Der Kanton rechnet Strassen nicht nach Deckungsgrad ab, sondern nach Unterhalt je Kilometer. Den Vergleich liefern wir nach.' },
  { key: 'faehre-7', story: 'faehre', name: 'Şirin', minutesAgo: 390, text: 'Ich habe das Patent. Ich hätte auch Zeit, ausser im August. Wo meldet man sich?' },
  { key: 'faehre-8', story: 'faehre', name: 'Beat Öchslin', minutesAgo: 210, text: 'Fahrplan und Karte von 1963 gibt es im Gemeindearchiv, der Eintritt ist frei: https://archiv.seehalden.example/salome' },
  { key: 'faehre-9', story: 'faehre', name: 'Annelies', minutesAgo: 75, text: 'Heute um vier waren 80 Leute am Steg. «Wenn sie letztes Jahr gekommen wären, wäre es nicht schade.» Treffender kann man es nicht sagen.' },
  { key: 'faehre-10', story: 'faehre', name: 'Vreni H.', minutesAgo: 14, state: 'pending', text: 'Weiss jemand, ob die letzte Fahrt am Sonntag wirklich um 18.10 Uhr ist? Auf dem Anschlag steht 18.20.' },
  { key: 'faehre-11', story: 'faehre', name: 'GratisKredit24', minutesAgo: 9, state: 'pending', text: 'KREDIT SOFORT OHNE FRAGEN!!!! www.gratiskredit.example', findings: ['first-comment', 'links', 'capitals', 'repeats'] },
  { key: 'faehre-12', story: 'faehre', answers: 'faehre-7', name: 'Köbi aus Seehalden', minutesAgo: 4, state: 'pending', text: 'Beim Verein, Freitag im «Anker», hinteres Zimmer. Sag, ich schicke dich.' },
  { key: 'licht-1', story: 'licht', name: 'Theo Nägelin', minutesAgo: 1_650, text: '41 Glühwürmchen! Als Kind haben wir sie dort gezählt, bis jemand zum Essen rief.' },
  { key: 'licht-2', story: 'licht', answers: 'licht-1', name: 'Marlis', minutesAgo: 1_600, text: 'Und jetzt zählen die Enkel. Der Knopf beim Schulweg ist übrigens immer noch der Renner.' },
  { key: 'licht-3', story: 'licht', name: 'R. Hürzeler', minutesAgo: 1_500, text: 'Neun Einbrüche statt zwölf beweisen nichts, die Zahl ist zu klein. Für die Milchstrasse brauche ich aber keinen Beweis.' },
  { key: 'licht-4', story: 'licht', answers: 'licht-3', staff: 'hodelbach', minutesAgo: 1_440, text: 'Stimmt. Der Bericht sagt es auf Seite 12 selbst; wir hätten den Satz mitnehmen sollen.' },
  { key: 'horloge-1', story: 'horloge', name: 'Marie-Laure', minutesAgo: 780, text: 'Mon grand-père réglait sa montre sur le clocher et manquait tous ses trains. Il disait que c’était le prix de la tranquillité.' },
  { key: 'horloge-2', story: 'horloge', answers: 'horloge-1', name: 'Jean-Noël', minutesAgo: 700, text: 'Onze minutes de vie en plus chaque jour : il avait fait le calcul.' },
]
