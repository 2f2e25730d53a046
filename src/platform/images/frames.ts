/** How many frames an animation has, counted without decoding any: a decoder that is asked has made room for all of them. Pure. */

/** 1 for what does not move. Damaged files are counted as far as they go. */
export function framesOf(file: Buffer): number {
  const kind = file.toString('latin1', 0, 4);
  return Math.max(1, kind === 'GIF8' ? framesOfGif(file) : kind === 'RIFF' ? framesOfWebp(file) : 1);
}

/** GIF89a, sections 17 to 27: blocks one after another, data in sub-blocks that say their length. */
function framesOfGif(file: Buffer): number {
  let frames = 0;
  let at = 13 + tableSize(file[10] ?? 0);
  while (at < file.length) {
    const block = file[at];
    if (block === 0x2c) {
      frames += 1;
      at = afterSubBlocks(file, at + 10 + tableSize(file[at + 9] ?? 0) + 1);
    } else if (block === 0x21) at = afterSubBlocks(file, at + 2);
    else break;
  }
  return frames;
}

function tableSize(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function afterSubBlocks(file: Buffer, from: number): number {
  let at = from;
  while (at < file.length && file[at] !== 0) at += file[at]! + 1;
  return at + 1;
}

/** WebP container: a chunk ANMF for each frame. */
function framesOfWebp(file: Buffer): number {
  let frames = 0;
  for (let at = 12; at + 8 <= file.length;) {
    if (file.toString('latin1', at, at + 4) === 'ANMF') frames += 1;
    const length = file.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return frames;
}
