import { body, box, h, p, pull, quote, ul } from '../blocks.ts'
import type { SampleStory } from '../sample.ts'

const horloge: SampleStory = {
  key: 'horloge',
  state: 'public',
  language: 'fr',
  kicker: 'Montservan',
  headline: 'Le village où il est toujours onze minutes plus tard',
  lead: 'Depuis 1794, l’horloge de Montservan avance. On l’a réparée quatre fois, elle recommence. Une horlogère a fini par démonter non pas le mécanisme, mais la légende.',
  slug: 'montservan-horloge-onze-minutes',
  section: 'suisse-romande',
  topics: ['patrimoine'],
  authors: ['savernay'],
  picture: 'horloge',
  minutesAgo: 870,
  body: body(
    p('À Montservan, le car postal part à 7 h 19 et tout le monde arrive à 7 h 30. Ce n’est pas de l’indiscipline, c’est une conversion. L’horloge du temple avance de onze minutes, et au village on compte avec. « Quand un étranger dit midi, on lui demande lequel », résume Gaston Vuarnoz, le boulanger.'),
    p('La légende veut qu’un syndic, en 1794, ait fait avancer l’aiguille pour que les gens d’en bas, toujours en retard, paient l’amende. On a réparé l’horloge en 1851, en 1920, en 1966 et il y a neuf ans. Chaque fois, en quelques semaines, elle a repris ses onze minutes d’avance.'),
    h('Un poids de trop'),
    p('Mandatée par la commune, l’horlogère Noémie Aubertin a passé l’été dans la tour. Elle a mesuré le balancier, les engrenages, la température des pierres. Puis elle a regardé le poids. Il pèse 61 kilos, le plan d’origine en prévoit 58. À l’intérieur, coulés dans le plomb, elle a trouvé trois kilos de monnaie : 212 pièces d’argent.'),
    quote('Quelqu’un avait caché ses économies là où personne ne chercherait : dans le temps.', 'Noémie Aubertin, horlogère'),
    p('Qui était-ce ? Le registre des comptes s’arrête en mars 1794, à la veille d’une visite des percepteurs. Le sacristain de l’époque, un certain Abram Vuarnoz, est mort subitement la même année. Le boulanger, son descendant, a demandé à tenir une pièce dans la main. Une seule, et il l’a rendue.'),
    p('Sans les pièces, l’horloge est juste. Le Conseil général a débattu deux heures pour savoir s’il fallait les remettre. Il a tranché par 31 voix contre 9. Les pièces iront au musée, et un poids de trois kilos, en fonte toute simple, a repris leur place. À Montservan, il est de nouveau onze minutes plus tard.'),
  ),
}

const palafittes: SampleStory = {
  key: 'palafittes',
  state: 'public',
  language: 'fr',
  kicker: 'Archéologie',
  headline: 'Sous quatre mètres d’eau, la table est encore mise',
  lead: 'Au large d’Auvernaz, une équipe de plongeuses a retrouvé un village de 5200 ans si bien conservé qu’on y lit le dernier repas.',
  slug: 'auvernaz-village-sous-l-eau',
  section: 'suisse-romande/culture',
  furtherSections: ['suisse-romande'],
  topics: ['patrimoine'],
  authors: ['savernay'],
  agencies: ['lumen'],
  picture: 'palafittes',
  minutesAgo: 2790,
  body: body(
    p('Par cette eau-là, on ne voit pas ses propres palmes. Il faut attendre que la vase retombe, vingt minutes, immobile, à six degrés. Puis les pieux apparaissent, d’abord trois, puis trente, puis une rue. « C’est comme si le village retenait son souffle en même temps que nous », dit Célestine Morandaz, qui dirige les fouilles.'),
    p('L’ensemble compte 840 pieux de chêne, coupés en l’hiver 3184 avant notre ère : les cernes du bois le disent au semestre près. Douze maisons, un chemin de planches, une palissade du côté de la terre. Et, dans la septième maison, un plat en bois renversé avec son contenu, pommes sauvages, noisettes, une purée d’orge carbonisée.'),
    pull('Les cernes du bois le disent au semestre près.'),
    p('Pourquoi est-on parti si vite ? Le feu, sans doute. Mais on n’a trouvé ni arme ni squelette, et le bétail manque. « Ils ont eu le temps de sauver les bêtes, pas le dîner, estime l’archéologue. Franchement, nous ferions pareil. »'),
    box('La visite', ul('Exposition à l’ancienne douane d’Auvernaz, jusqu’au printemps', 'Le plat est montré dans son eau, derrière une vitre'), p('Les plongées, elles, restent réservées à l’équipe.')),
  ),
}

const alpage: SampleStory = {
  key: 'alpage',
  state: 'public',
  language: 'fr',
  kicker: 'Opinion',
  headline: 'Cessez de photographier nos vaches, venez les traire',
  lead: 'L’alpage plaît à tout le monde, sauf à ceux qui devraient y travailler. Plaidoyer pour un service d’été.',
  slug: 'alpage-plaidoyer-service-d-ete',
  section: 'suisse-romande',
  furtherSections: ['meinung'],
  topics: ['patrimoine'],
  authors: ['savernay'],
  picture: 'alpage',
  label: 'opinion',
  minutesAgo: 4100,
  body: body(
    p('Chaque été, sur le sentier des Praz-Dessus, je compte les téléphones. Le record est de 140 en une matinée. Chaque été aussi, l’armailli de l’endroit cherche deux personnes pour quatre mois, et n’en trouve qu’une. Entre ces deux chiffres, il y a tout notre rapport à la montagne.'),
    p('Nous payons des subventions pour le paysage, des affiches pour le paysage, des parkings pour le paysage. Le paysage, lui, se lève à 4 h 15. Il a mal au dos. Il ne prend pas la carte.'),
    p('Je propose une chose simple. Que chaque apprenti, chaque étudiante, chaque cadre en année sabbatique puisse faire quatre semaines d’alpage et les voir reconnues, comme on reconnaît un stage. Le canton avancerait le salaire, 2 900 francs. Pour mille personnes, cela coûterait le prix d’un giratoire.'),
    p('On me dira que traire ne s’improvise pas. C’est exact. C’est même la raison de venir : nous avons désappris d’être mauvais à quelque chose, en public, devant une vache qui attend. « Elle est patiente, dit l’armailli. Plus que les gens du sentier. »'),
  ),
}

const doctors: SampleStory = {
  key: 'valley-doctors',
  state: 'public',
  language: 'en',
  kicker: 'Health',
  headline: 'The valley that grows its own doctors',
  lead: 'Nobody wanted the surgery in Hinterlauen. So the village stopped advertising for a doctor and started raising some.',
  slug: 'valley-that-grows-its-own-doctors',
  section: 'in-english',
  furtherSections: ['region/lauental'],
  topics: ['rural-life'],
  authors: ['whitlowe'],
  picture: 'tal-winter',
  minutesAgo: 1960,
  body: body(
    p('The waiting room in Hinterlauen has eleven chairs, a stuffed marmot and a view that city hospitals would put in their brochures. For six years it had no doctor. The commune advertised in four languages, offered a house, then a house with a sauna. “We had one applicant,” says Alois Furgglimann, the mayor. “He wanted to know about the skiing.”'),
    p('So the village tried something slower. Every year it pays for one pupil from the upper valley to study medicine, wherever they like, on one condition: ten years of practice at home within the twenty that follow. They may take the years in pieces. They may bring whom they love. Seven have signed since the scheme began, and in October the first came back.'),
    h('House calls by cable car'),
    p('Dr Mena Gruobenmann, 31, sees twenty patients a day, some of whom taught her to read. That takes tact. “I know who cheated at cards in 2004,” she says. “They know I know.” On Thursdays she rides the little cable car up to Pfaffenegg with her bag and, if the queue demands it, a calf.'),
    quote('In the city I treated knees. Here I treat Rosmarie, who has a knee, a staircase and a son who never rings.', 'Dr Mena Gruobenmann'),
    p('Not everyone signed happily. One student bought himself out after three years for 114,000 francs and works in a hospital with four hundred beds. He sends a crate of oranges every Christmas, addressed to the marmot.'),
    p('The scheme costs the commune 38,000 francs a year, about as much as clearing its snow. Three other valleys have asked for the contract. Furgglimann sends it gladly, with a note attached: allow fifteen years, and keep the marmot.'),
  ),
}

const letter: SampleStory = {
  key: 'letter-bells',
  state: 'public',
  language: 'en',
  kicker: 'Letter from Aldenbrugg',
  headline: 'How to complain about a cowbell',
  lead: 'A newcomer learns that in this canton every noise has an office, and every office has a form.',
  slug: 'how-to-complain-about-a-cowbell',
  section: 'in-english',
  topics: ['rural-life'],
  authors: ['whitlowe'],
  picture: 'glocken',
  label: 'opinion',
  minutesAgo: 5050,
  body: body(
    p('The bell belongs to a cow called Fräulein, and Fräulein does not sleep. I know this because since May she has not slept under my window, forty metres off, in a meadow that the estate agent described as “a buffer”.'),
    p('There is a form. It is called 27b, and the woman at the counter handed it to me with real sympathy. She also handed me form 27c, with which the farmer could reply, and a sheet on the history of bells in the Canton of Morgau, which runs to nine pages and has been, she said, “shortened”.'),
    p('Box 4 asks whether I have spoken to the cow’s owner. I had not. It turned out that the owner, Herr Wyttenmoser, had been waiting for me to come by since May, and had a bottle of pear brandy put aside for the purpose. We spoke for two hours. He explained that the bell is pitched so that he can tell from bed whether Fräulein is well.'),
    p('I have not filed the form. I have learned to hear it too: the slow tolling when she grazes, the quick clatter when something is wrong. Last Tuesday it stopped altogether and I was at his door before I had my shoes on. She had lain down for the night. “So,” said Herr Wyttenmoser, and fetched the glasses. “Now you live here.”'),
  ),
}

export const languages: SampleStory[] = [horloge, palafittes, alpage, doctors, letter]
