import type { Canvas } from './canvas.ts'
import * as charts from './pictures/charts.ts'
import { bibliothek, fabrik, fassade, stall } from './pictures/houses.ts'
import { bergeRechnen, jazz, miliz, stille, stimmrecht } from './pictures/ideas.ts'
import { karteHarlanBend, karteLammeren, karteNachtzug } from './pictures/maps.ts'
import { gletscher, nebelmeer, staumauer, tafelberge, talWinter } from './pictures/mountains.ts'
import { solardach, spital } from './pictures/plans.ts'
import { baeume, glocken, horloge, orchidee } from './pictures/plates.ts'
import { buehne, stadtNacht, sternwarte, wolf } from './pictures/night.ts'
import * as portraits from './pictures/portraits.ts'
import { alpage, nachtzug, passfahrt, rebberg, seilbahn } from './pictures/posters.ts'
import { abfahrt, achter } from './pictures/sport.ts'
import { faehre, flussbett, hochwasser, palafittes } from './pictures/water.ts'

interface Drawing { canvas: () => Canvas | Promise<Canvas>; quality?: number }

/** What draws a picture, by its key. */
export const drawings: Record<string, Drawing> = {
  gletscher: { canvas: gletscher },
  nebelmeer: { canvas: nebelmeer },
  staumauer: { canvas: staumauer },
  tafelberge: { canvas: tafelberge },
  'tal-winter': { canvas: talWinter },
  buehne: { canvas: buehne },
  'stadt-nacht': { canvas: stadtNacht },
  sternwarte: { canvas: sternwarte },
  wolf: { canvas: wolf },
  alpage: { canvas: alpage },
  nachtzug: { canvas: nachtzug },
  passfahrt: { canvas: passfahrt },
  rebberg: { canvas: rebberg },
  seilbahn: { canvas: seilbahn },
  bibliothek: { canvas: bibliothek },
  fabrik: { canvas: fabrik },
  fassade: { canvas: fassade },
  stall: { canvas: stall },
  abfahrt: { canvas: abfahrt },
  achter: { canvas: achter },
  jazz: { canvas: jazz, quality: 45 },
  miliz: { canvas: miliz },
  stille: { canvas: stille, quality: 42 },
  stimmrecht: { canvas: stimmrecht },
  'berge-rechnen': { canvas: bergeRechnen },
  baeume: { canvas: baeume },
  glocken: { canvas: glocken },
  horloge: { canvas: horloge },
  orchidee: { canvas: orchidee },
  solardach: { canvas: solardach },
  spital: { canvas: spital },
  'karte-harlan-bend': { canvas: karteHarlanBend, quality: 78 },
  'karte-lammeren': { canvas: karteLammeren },
  'karte-nachtzug': { canvas: karteNachtzug, quality: 78 },
  'chart-winterstrom': { canvas: charts.winterstrom },
  'chart-mieten': { canvas: charts.mieten },
  'chart-stimmrecht': { canvas: charts.stimmrecht },
  'chart-heimfall': { canvas: charts.heimfall },
  'chart-gletscher': { canvas: charts.gletscher },
  'portrait-orlandelli': { canvas: portraits.orlandelli },
  'portrait-fluehbacher': { canvas: portraits.fluehbacher },
  'portrait-kellermatt': { canvas: portraits.kellermatt },
  'portrait-zgruob': { canvas: portraits.zgruob },
  'portrait-savernay': { canvas: portraits.savernay },
  'portrait-rauberli': { canvas: portraits.rauberli },
  faehre: { canvas: faehre },
  flussbett: { canvas: flussbett },
  hochwasser: { canvas: hochwasser },
  palafittes: { canvas: palafittes },
}
