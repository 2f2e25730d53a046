/** Takes a frame out of its template when the reader says so, and remembers that for a house when the reader wishes. */
const key = 'embeds';

for (const embed of document.querySelectorAll<HTMLElement>('[data-embed]')) {
  const provider = embed.dataset['embed']!;
  const stage = embed.querySelector('.embed-stage')!;
  const button = stage.querySelector('button')!;
  const label = embed.querySelector('label')!;
  const always = label.querySelector('input')!;
  button.hidden = label.hidden = false;
  button.addEventListener('click', () => load(stage)?.focus());
  always.addEventListener('change', () => wish(provider, always.checked));
  always.checked = wished().includes(provider);
  if (always.checked) load(stage);
}

/** Once: what is there stays. */
function load(stage: Element): HTMLElement | null {
  const waiting = stage.querySelector('template');
  if (waiting !== null) stage.replaceChildren(waiting.content.cloneNode(true));
  return stage.querySelector('iframe');
}

/** Nothing is written before the wish, and nothing is left of it when it is taken back. */
function wish(provider: string, wanted: boolean): void {
  const rest = wished().filter((one) => one !== provider);
  const now = wanted ? [...rest, provider] : rest;
  try {
    if (now.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(now));
  } catch {
    // Where nothing may be kept, the wish holds for this page.
  }
  for (const embed of document.querySelectorAll(`[data-embed="${provider}"]`)) {
    embed.querySelector('input')!.checked = wanted;
    if (wanted) load(embed.querySelector('.embed-stage')!);
  }
}

function wished(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
