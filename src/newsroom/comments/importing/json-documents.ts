/** JSON exports as they come: one array, one object, or one document a line. */
import type { ExportFile } from './arriving.ts';
import { ExportBroken } from './arriving.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

/** Every document of the file, in order. A file of one array gives its members. */
export async function* documentsOf(file: ExportFile): AsyncGenerator<JsonObject> {
  let left = '';
  let first = true;
  let number = 0;
  for await (const chunk of file.text()) {
    const parts = (left + chunk).split('\n');
    left = parts.pop()!;
    for (const line of parts) {
      number += 1;
      const parsed = first ? attempt(line) : lineOf(line, number);
      if (parsed === undefined && line.trim() !== '') {
        // Not one document a line: then the whole file is one, and cannot be read in pieces.
        yield* wholeFile(file);
        return;
      }
      if (parsed !== undefined) {
        first = false;
        yield* membersOf(parsed);
      }
    }
  }
  if (first) yield* wholeFile(file);
  else if (left.trim() !== '') yield* membersOf(lineOf(left, number + 1) ?? null);
}

export const textIn = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
export const listIn = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
export const objectIn = (value: Json | undefined): JsonObject => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {});

async function* wholeFile(file: ExportFile): AsyncGenerator<JsonObject> {
  let text = '';
  for await (const chunk of file.text()) text += chunk;
  yield* membersOf(lineOf(text, 1) ?? null);
}

function* membersOf(value: Json): Generator<JsonObject> {
  for (const member of Array.isArray(value) ? value : [value]) if (typeof member === 'object' && member !== null && !Array.isArray(member)) yield member as JsonObject;
}

function lineOf(line: string, number: number): Json | undefined {
  if (line.trim() === '') return undefined;
  try {
    return JSON.parse(line) as Json;
  } catch (error) {
    throw new ExportBroken(`line ${number}: ${error instanceof Error ? error.message : 'no JSON'}`);
  }
}

function attempt(line: string): Json | undefined {
  try {
    return JSON.parse(line) as Json;
  } catch {
    return undefined;
  }
}
