/** A film that a browser records of a drawing: no encoder is needed for it, and every browser here plays it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Writes a WebM of two seconds into that folder; answers its path. */
export async function recordFilm(page: Page, folder: string): Promise<string> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    const bytes = await page.evaluate(record);
    // A browser that got no time to encode has a film without frames, which the program rightly refuses.
    if (bytes.length < leastBytes) continue;
    const path = join(folder, 'Föhn am See.webm');
    writeFileSync(path, Buffer.from(bytes));
    return path;
  }
  throw new Error('the browser records no film');
}

/** Half of what two seconds have where nothing else is going on. */
const leastBytes = 35_000;

/** Runs in the browser. */
async function record(): Promise<number[]> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 360];
  const brush = canvas.getContext('2d')!;
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm;codecs=vp8', videoBitsPerSecond: 400_000 });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve));
  recorder.start();
  await new Promise<void>((resolve) => {
    const began = performance.now();
    const draw = () => {
      const seconds = (performance.now() - began) / 1000;
      brush.fillStyle = '#26435c';
      brush.fillRect(0, 0, 640, 360);
      brush.fillStyle = '#e9dcc0';
      brush.beginPath();
      brush.moveTo(0, 360);
      for (let x = 0; x <= 640; x += 8) brush.lineTo(x, 230 + 40 * Math.sin(x / 70 + seconds * 2) - 30 * Math.cos(x / 33));
      brush.lineTo(640, 360);
      brush.fill();
      if (seconds < 2) requestAnimationFrame(draw);
      else resolve();
    };
    draw();
  });
  recorder.stop();
  await ended;
  return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
}
