/** Films as the API tells them. */
export interface Video {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly codecs: { readonly video: string; readonly audio: string | null };
  readonly width: number;
  readonly height: number;
  /** In milliseconds. */
  readonly duration: number | null;
  readonly bytes: number;
  readonly title: string;
  readonly description: string;
  readonly credit: string;
  readonly language: string;
  readonly poster: { readonly id: string; readonly url: string | null; readonly thumb: string | null } | null;
  readonly posterAt: { readonly x: number; readonly y: number };
  readonly captions: readonly { readonly language: string; readonly url: string; readonly cues: number }[];
  readonly sources: readonly { readonly url: string; readonly type: string; readonly media: string | null }[];
  readonly conversion: { readonly state: 'none' | 'waiting' | 'running' | 'done' | 'stopped' | 'failed'; readonly progress: number };
  readonly qualities: readonly { readonly width: number; readonly height: number; readonly bytes: number }[];
  readonly blocked: { readonly at: string; readonly reason: string } | null;
  readonly missing: readonly { readonly name: 'title' | 'credit' | 'poster' | 'rights' | 'qualities' }[];
  readonly warnings: readonly 'captions'[];
  readonly version: number;
}

export interface VideoList {
  readonly items: readonly Video[];
  readonly next: string | null;
  /** ffmpeg is installed where the program runs. */
  readonly converts: boolean;
}

export function minutes(milliseconds: number | null): string {
  const all = Math.round((milliseconds ?? 0) / 1000);
  return milliseconds === null ? '' : `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
}
