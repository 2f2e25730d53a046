/**
 * Files that are a picture and something else that programs open or run: nobody needs them, and somebody meant it.
 * Renditions never carry it on; the original would. What phones put behind a JPEG (a film of the moment, a map of
 * brightness) is no such thing. Pure.
 */
export type SecondNature = 'zip' | 'pdf' | 'html' | 'script';

/** What else it is; null for a picture alone. */
export function secondNatureOf(file: Buffer): SecondNature | null {
  if (isArchive(file)) return 'zip';
  // Readers of PDF look for its mark in the first 1,024 bytes.
  if (file.subarray(0, 1_024).includes('%PDF-')) return 'pdf';
  if (markup.some((mark) => file.includes(mark, 0, 'latin1'))) return 'html';
  return scripts.some((mark) => file.includes(mark, 0, 'latin1')) ? 'script' : null;
}

// Long enough that compressed pixels never hold them by chance: once in ten million pictures.
const markup = ['<!doctype html', '<!DOCTYPE html', '<!DOCTYPE HTML', '</script>', '</SCRIPT>', '<script>', '<SCRIPT>', '<script src'];
const scripts = ['<?php\n', '<?php\r', '<?php ', '#!/bin/sh\n', '#!/bin/bash\n', '__HALT_COMPILER();'];

/** A ZIP ends with its directory's end (APPNOTE 4.3.16): it must lead to a directory, and its comment to the end of the file. */
function isArchive(file: Buffer): boolean {
  const from = Math.max(0, file.length - 22 - 0xff_ff);
  for (let at = file.length - 22; at >= from; at--) {
    if (file.readUInt32LE(at) !== 0x06_05_4b_50 || file.readUInt16LE(at + 20) > file.length - at - 22) continue;
    const size = file.readUInt32LE(at + 12);
    if (at >= size && size >= 4 && file.readUInt32LE(at - size) === 0x02_01_4b_50) return true;
  }
  return false;
}
