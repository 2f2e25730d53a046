/** Colours that can be read: contrast by WCAG 2.2 (1.4.3), lightness moved in OKLCH so that the hue stays the publication's. */

type Triple = readonly [number, number, number];

/** `#rgb` and `#rrggbb` are read; anything else gives ink. */
export function readableAccent(hex: string, ground: string, least = 4.6): string {
  const start = parse(hex) ?? ([0.1, 0.1, 0.1] as const);
  const toward = luminance(parse(ground) ?? [1, 1, 1]) > 0.4 ? -0.01 : 0.01;
  const [lightness, a, b] = toOklab(start);
  for (let step = 0; step <= 100; step++) {
    const moved = Math.min(1, Math.max(0, lightness + toward * step));
    // Very light or dark, a colour has less room: its chroma shrinks with what it was moved.
    const chroma = 1 - Math.min(0.9, step * 0.008);
    const found = format(fromOklab([moved, a * chroma, b * chroma]));
    if (contrast(found, ground) >= least) return found;
  }
  return toward < 0 ? '#000000' : '#ffffff';
}

/** Between 1 and 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(parse(one) ?? [0, 0, 0]), luminance(parse(other) ?? [0, 0, 0])].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function parse(hex: string): Triple | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/iu.exec(hex);
  const long = short === null ? hex : `#${short.slice(1).map((digit) => digit + digit).join('')}`;
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(long);
  if (parts === null) return null;
  const linear = parts.slice(1).map((part) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return linear as unknown as Triple;
}

function format(linear: Triple): string {
  const digits = linear.map((part) => {
    const bounded = Math.min(1, Math.max(0, part));
    const value = bounded <= 0.0031308 ? bounded * 12.92 : 1.055 * bounded ** (1 / 2.4) - 0.055;
    return Math.round(value * 255).toString(16).padStart(2, '0');
  });
  return `#${digits.join('')}`;
}

function luminance([red, green, blue]: Triple): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Björn Ottosson's Oklab. */
function toOklab([red, green, blue]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}
