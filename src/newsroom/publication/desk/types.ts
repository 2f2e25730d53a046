export const contactFields = ['email', 'telephone'] as const;
export const imprintFields = ['publisher', 'street', 'postcode', 'town', 'country', 'registration', 'editorInChief', 'managingDirector', 'complaints'] as const;

/** The publication as the API tells it to those who may change it. */
export interface PublicationWhole {
  readonly name: string;
  readonly shortName: string;
  readonly tagline: string;
  readonly accent: string;
  readonly accentShown: { readonly light: string; readonly dark: string };
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly addressForm: 'du' | 'sie';
  readonly contact: Readonly<Record<(typeof contactFields)[number], string>>;
  readonly imprint: Readonly<Record<(typeof imprintFields)[number], string>>;
  readonly logo: { readonly url: string; readonly width: number; readonly height: number } | null;
  readonly version: number;
}
