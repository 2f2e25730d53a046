/** Pictures as the API tells them. */
export interface Picture {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
  readonly caption: string;
  readonly credit: string;
  readonly alt: string;
  readonly language: string;
  readonly colour: string;
  readonly state: 'making' | 'ready' | 'failed';
  readonly version: number;
  readonly thumb: string | null;
  readonly renditions: readonly { readonly shape: string; readonly format: string; readonly width: number; readonly height: number; readonly url: string }[];
  readonly createdAt: string;
  readonly missing: readonly { readonly name: 'rights' | 'credit' | 'alt'; readonly field: string }[];
}

/** A JPEG of about this width, for the desk; the widest where none is as wide. Null while none is made. */
export function renditionNear(picture: Picture, width: number): string | null {
  const jpegs = picture.renditions.filter((one) => one.shape === 'whole' && one.format === 'jpeg').sort((a, b) => a.width - b.width);
  return (jpegs.find((one) => one.width >= width) ?? jpegs.at(-1))?.url ?? picture.thumb;
}
