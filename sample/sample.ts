/** What the sample newsroom is made of: plain data, loaded once into an empty newsroom. */

export type Language = 'de' | 'fr' | 'en'
export type Role =
  | 'freelancer' | 'reporter' | 'editor' | 'picture-editor' | 'moderator' | 'fundraiser' | 'publisher' | 'administrator'

export interface Mark {
  type: 'link' | 'strong' | 'emphasis'
  attrs?: { href: string }
}

/** A node of a body, in ProseMirror's JSON. */
export interface Node {
  type: string
  attrs?: Record<string, string | number>
  content?: Node[]
  text?: string
  marks?: Mark[]
}

/** The top of a body. A link to another sample story has the address `story:KEY`; a picture node has a picture's key as its id. */
export interface Body {
  type: 'doc'
  content: Node[]
}

export type Words = Record<Language, string>

export interface SamplePublication {
  name: string
  shortName: string
  claim: Words
  accent: string
  /** The first is the publication's own. */
  languages: Language[]
  timeZone: string
  /** How readers are addressed in German. */
  address: 'du' | 'Sie'
  email: string
  telephone: string
  /** Files in `pictures/`: the square sign, the same with 512 pixels, and the name set in type. */
  logo: { svg: string; png: string; wordmark: string }
  imprint: {
    publisher: string
    street: string
    postcode: string
    town: string
    country: string
    registration: string
    editorInChief: string
    managingDirector: string
    complaints: string
  }
}

export interface SampleSection {
  /** Lower-case ASCII; a parent comes before its children. */
  path: string
  name: Words
  order: number
  language: Language
  about?: string
}

/** A person of the staff. They are shown in the desk and cannot sign in. */
export interface SampleStaff {
  key: string
  name: string
  email: string
  roles: Role[]
}

export interface SampleAuthor {
  key: string
  name: string
  about: string
  /** The key of a picture. */
  portrait?: string
  /** The key of a person of the staff. */
  staff?: string
}

export interface SampleAgency {
  key: string
  name: string
  shortName: string
  /** What stands in the credit line, without brackets. */
  credit: string
  about: string
}

export interface SampleTopic {
  slug: string
  name: string
  language: Language
}

export interface SamplePicture {
  key: string
  kind: 'illustration' | 'map' | 'chart' | 'portrait'
  /** Name of the file in `sample/pictures/`. */
  file: string
  width: number
  height: number
  language: Language
  credit: { creator: string; credit: string }
  caption: string
  alt: string
}

/** In a body it stands as a node `gallery` with its key as id. */
export interface SampleGallery {
  key: string
  title: string
  lead: string
  language: Language
  /** Keys of pictures, in order; a caption where the gallery says more than the picture. */
  pictures: { picture: string; caption?: string }[]
}

/** In a body it stands as a node `video` with its key as id. */
export interface SampleFilm {
  key: string
  /** Names of files in `sample/films/`. */
  file: string
  captions: { language: Language; file: string }[]
  /** The key of a picture. */
  poster: string
  title: string
  description: string
  language: Language
  credit: { creator: string; credit: string }
}

/** Of another house; in a body it stands as a node `embed` with its key as id. */
export interface SampleEmbed {
  key: string
  url: string
  title: string
  language: Language
}

export type StoryState = 'public' | 'draft' | 'submitted' | 'scheduled'
export type StoryLabel = 'opinion' | 'analysis' | 'sponsored'

export interface SampleCorrection {
  minutesAgo: number
  text: string
}

export interface SampleStory {
  key: string
  state: StoryState
  language: Language
  kicker?: string
  headline: string
  /** A shorter headline for fronts and lists. */
  teaserTitle?: string
  lead: string
  slug: string
  /** Path of the section that the story stands in. */
  section: string
  furtherSections?: string[]
  topics: string[]
  authors: string[]
  /** Keys of agencies, in the order of the credit line. */
  agencies?: string[]
  picture?: string
  /** The story's own caption; without it the picture's. */
  caption?: string
  label?: StoryLabel
  /** Who paid, where the label is `sponsored`. */
  sponsor?: string
  /** Key of the story that this one follows. */
  continues?: string
  /** Key of the story that this one was translated from. */
  translationOf?: string
  /** Minutes between first publication and the first start; negative is to come. Absent where nothing is published. */
  minutesAgo?: number
  /** When its sense last changed. */
  updatedMinutesAgo?: number
  corrections?: SampleCorrection[]
  body: Body
  /** A newer working copy that nobody has published yet. */
  unpublished?: { headline?: string; lead?: string; body: Body }
}

export interface SampleFront {
  /** `''` is the publication's front, else a section's path. */
  section: string
  lead: string
  /** Keys of stories, in order; what follows is automatic. */
  slots: string[]
}

export interface SamplePage {
  slug: string
  kind: 'imprint' | 'privacy' | 'about'
  language: Language
  title: string
  body: Body
}

export interface SampleComment {
  key: string
  /** Key of the story below which it stands. */
  story: string
  /** Key of the comment that it answers. */
  answers?: string
  /** Of somebody without an account; or the key of a person of the staff. */
  name?: string
  staff?: string
  minutesAgo: number
  text: string
  /** Without one it is public. */
  state?: 'pending'
  /** What screening would have found. */
  findings?: string[]
  /** The newsroom's choice. */
  chosen?: true
}

export interface SampleNewsroom {
  publication: SamplePublication
  sections: SampleSection[]
  staff: SampleStaff[]
  authors: SampleAuthor[]
  agencies: SampleAgency[]
  topics: SampleTopic[]
  pictures: SamplePicture[]
  galleries: SampleGallery[]
  films: SampleFilm[]
  embeds: SampleEmbed[]
  stories: SampleStory[]
  comments: SampleComment[]
  fronts: SampleFront[]
  pages: SamplePage[]
}
