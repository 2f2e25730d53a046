/** The four languages of the interface. German as written in Switzerland; a page falls back to the next that is there. */
export const languages = ['de', 'fr', 'it', 'en'] as const;
export type Language = (typeof languages)[number];

/** A feature's sentences: `words/{de,fr,it,en}.json`, each a flat object from key to ICU message. */
export type Catalogue = Readonly<Record<Language, Readonly<Record<string, string>>>>;
