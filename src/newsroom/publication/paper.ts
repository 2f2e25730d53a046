/** The publication: what it is called, how it looks and speaks, who answers for it. */
import type { Language } from '../../platform/words/words.ts';

export interface Publication {
  readonly version: number;
  readonly name: string;
  /** Where the name has no room: below an icon, in a list of feeds. */
  readonly shortName: string;
  readonly tagline: string;
  /** `#rrggbb`. */
  readonly accent: string;
  /** In which it publishes; the first is its own. */
  readonly languages: readonly Language[];
  /** IANA name, such as `Europe/Zurich`. */
  readonly timeZone: string;
  /** How German readers are addressed. */
  readonly addressForm: 'du' | 'sie';
  readonly contact: Contact;
  readonly imprint: Imprint;
  readonly logo: Logo | null;
  /** Pixels to the object that holds the PNG; made when first asked for after a change. */
  readonly icons: Readonly<Record<string, string>>;
}

/** Empty: not said. */
export interface Contact {
  readonly email: string;
  readonly telephone: string;
}

/** Who answers for what is published (Swiss Criminal Code, article 322; German Digital Services Act, section 5). Empty: not said. */
export interface Imprint {
  readonly publisher: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly country: string;
  readonly registration: string;
  readonly editorInChief: string;
  readonly managingDirector: string;
  readonly complaints: string;
}

export interface Logo {
  /** The object that holds the PNG. */
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

/** What a new installation begins with. */
export const firstPublication: Publication = {
  version: 1, name: 'Broadsheet', shortName: 'Broadsheet', tagline: '', accent: '#a4161a', languages: ['de'], timeZone: 'Europe/Zurich', addressForm: 'sie',
  contact: { email: '', telephone: '' },
  imprint: { publisher: '', street: '', postcode: '', town: '', country: '', registration: '', editorInChief: '', managingDirector: '', complaints: '' },
  logo: null, icons: {},
};

/** Where readers find the logo: its address holds its content's, so that browsers may keep it for ever. */
export function logoPath(logo: Logo): string {
  return `/logo/${logo.address.slice(0, 16)}.png`;
}
