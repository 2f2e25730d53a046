/** How the desk writes instants: in the publication's zone and the language's own way. Pure. */

export interface Place {
  readonly locale: string;
  /** IANA name, such as Europe/Zurich. */
  readonly zone: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** 14.03 in German and Italian, 14 h 03 in French, 14:03 in English. */
export function clockTime(at: Date, { locale, zone }: Place): string {
  const [hour = '', minute = ''] = format(locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .formatToParts(at)
    .filter((part) => part.type === 'hour' || part.type === 'minute')
    .map((part) => part.value);
  if (locale.startsWith('fr')) return `${Number(hour)} h ${minute}`;
  return locale.startsWith('en') ? `${hour}:${minute}` : `${Number(hour)}.${minute}`;
}

export function dayName(at: Date, { locale, zone }: Place): string {
  return format(locale, zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(at);
}

export function longDay(at: Date, { locale, zone }: Place): string {
  return format(locale, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

/** The time alone for today, else the day too. */
export function shortWhen(at: Date, now: Date, place: Place): string {
  return sameDay(at, now, place.zone) ? clockTime(at, place) : `${dayName(at, place)}, ${clockTime(at, place)}`;
}

export function sameDay(one: Date, other: Date, zone: string): boolean {
  return isoDay(one, zone) === isoDay(other, zone);
}

/** 2026-11-23, as the calendar of the zone has it. */
export function isoDay(at: Date, zone: string): string {
  return format('sv-SE', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

function format(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(name);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  formats.set(name, made);
  return made;
}
