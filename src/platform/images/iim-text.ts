/**
 * The character set of IPTC IIM texts (IIM 4.2, dataset 1:90). Files say that they are in UTF-8, or say nothing and are
 * in whatever the writer's machine had: UTF-8, Windows' Latin-1, or the Macintosh's own. Pure.
 */
export type CharacterSet = 'utf-8' | 'windows-1252' | 'macintosh';

/** ESC % G, the only mark that anybody writes. */
const utf8Mark = [0x1b, 0x25, 0x47];

/** One set for the whole file: all its texts together tell more than one of them. */
export function characterSetOf(texts: readonly Uint8Array[], mark: readonly number[] | undefined): CharacterSet {
  // A mark is believed only as far as the bytes agree with it.
  if (texts.every(isUtf8)) return 'utf-8';
  const marked = mark !== undefined && utf8Mark.every((byte, at) => mark[at] === byte);
  if (marked && texts.filter((text) => !isUtf8(text)).length * 2 < texts.length) return 'utf-8';
  let macintosh = 0;
  let windows = 0;
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      if (isMacintoshLetter(text, at)) macintosh += 1;
      else if (isWindowsLetter(text, at)) windows += 1;
    }
  }
  return macintosh > windows ? 'macintosh' : 'windows-1252';
}

export function decodeText(text: Uint8Array, set: CharacterSet): string {
  return new TextDecoder(set).decode(text);
}

// ä é ü of the Macintosh are Š Ž Ÿ of Windows: capitals, which do not follow a letter in the middle of a word.
const capitalsOfWindows = new Set([0x8a, 0x8e, 0x9f]);
// á à â ã ç è ê ë ì î ï ò ô õ ù É Ñ Ö Ü of the Macintosh are signs of Windows, which do not stand between two letters;
// the apostrophe and the dashes, which do, are left out.
const signsOfWindows = new Set([0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8b, 0x8d, 0x8f, 0x90, 0x91, 0x93, 0x94, 0x95, 0x98, 0x99, 0x9b, 0x9d]);
// Ç È Ê and Ð to Õ of Windows are quotation marks, dashes and spaces of the Macintosh, and rare.
const signsOfMacintosh = new Set([0xc7, 0xc8, 0xca, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5]);

function isMacintoshLetter(text: Uint8Array, at: number): boolean {
  const byte = text[at]!;
  const [before, after] = [text[at - 1], text[at + 1]];
  if (capitalsOfWindows.has(byte)) return isSmall(before) || (isLetter(before) && isSmall(after));
  return signsOfWindows.has(byte) && isLetter(before) && isLetter(after);
}

function isWindowsLetter(text: Uint8Array, at: number): boolean {
  const byte = text[at]!;
  return byte >= 0xc0 && !signsOfMacintosh.has(byte) && (isLetter(text[at - 1]) || isLetter(text[at + 1]));
}

function isSmall(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x61 && byte <= 0x7a;
}

function isLetter(byte: number | undefined): boolean {
  return isSmall(byte) || (byte !== undefined && byte >= 0x41 && byte <= 0x5a);
}

function isUtf8(text: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(text);
    return true;
  } catch {
    return false;
  }
}
