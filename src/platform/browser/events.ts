/** The program's announcements in the browser: one stream for the whole app, opened with the first listener. */

export interface Announced {
  readonly event: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

type Listener = (announced: Announced) => void;

const listeners = new Map<string, Set<Listener>>();
let stream: EventSource | null = null;
let broken = false;

/** Said by this file itself: the stream was away, and whoever relies on it must look again. */
export const reconnected = 'stream.reconnected';
/** Said by this file itself: the stream is away, and nothing is heard until it is back. */
export const lost = 'stream.lost';

/** Hears announcements with this name until the returned function is called. */
export function hear(event: string, listener: Listener): () => void {
  const already = listeners.get(event);
  const heard = already ?? new Set<Listener>();
  heard.add(listener);
  listeners.set(event, heard);
  open();
  if (already === undefined) stream?.addEventListener(event, arrived);
  return () => heard.delete(listener);
}

function open(): void {
  if (stream !== null) return;
  stream = new EventSource('/api/v1/events');
  for (const event of listeners.keys()) stream.addEventListener(event, arrived);
  stream.addEventListener('open', () => {
    if (broken) tell({ event: reconnected, facts: {} });
    broken = false;
  });
  stream.addEventListener('error', () => {
    if (!broken) tell({ event: lost, facts: {} });
    broken = true;
    // A stream that the program ended for good is not opened again by the browser.
    if (stream?.readyState !== EventSource.CLOSED) return;
    stream = null;
    setTimeout(open, 5_000);
  });
}

function arrived(message: Event): void {
  const announced = readAnnounced((message as MessageEvent<string>).data);
  if (announced !== null) tell(announced);
}

function tell(announced: Announced): void {
  for (const listener of listeners.get(announced.event) ?? []) listener(announced);
}

function readAnnounced(text: string): Announced | null {
  try {
    const { event, facts } = JSON.parse(text) as Partial<Announced>;
    return typeof event === 'string' ? { event, facts: facts ?? {} } : null;
  } catch {
    return null;
  }
}
