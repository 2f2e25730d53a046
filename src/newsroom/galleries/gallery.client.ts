/**
 * A gallery with keys, buttons, an address for each picture, and a large view. Swiping, and reading without any of
 * this, is the style sheet's and the browser's own.
 */
interface Turning {
  at(): number;
  /** Without the slow way there. */
  jump(to: number): void;
}

for (const gallery of document.querySelectorAll<HTMLElement>('.gallery')) {
  const page = turning(gallery, {
    large: () => enlarge(gallery, page),
    settled: ({ id }) => history.replaceState(history.state, '', `#${id}`),
  });
  gallery.querySelector('.strip')!.addEventListener('click', ({ target }) => target instanceof HTMLImageElement && enlarge(gallery, page));
}

function turning(root: HTMLElement, { large, settled }: { large(): void; settled(slide: Element): void }): Turning {
  const strip = root.querySelector<HTMLElement>('.strip')!;
  const said = root.querySelector<HTMLElement>('[data-say]')!;
  const buttons = [...root.querySelectorAll('button')];
  const [back, on] = buttons.slice(0, -1);
  const last = strip.children.length - 1;
  let at = -1;
  let timer: ReturnType<typeof setTimeout>;
  const go = (to: number, behavior?: ScrollBehavior) => strip.scrollTo({ left: to * strip.clientWidth, ...(behavior && { behavior }) });
  const turn = (by: number) => go(Math.min(last, Math.max(0, at + by)));
  const look = () => {
    const now = Math.round(strip.scrollLeft / strip.clientWidth);
    if (now === at) return;
    clearTimeout(timer);
    if (at >= 0) timer = setTimeout(tell, 250);
    at = now;
    back?.setAttribute('aria-disabled', String(at === 0));
    on?.setAttribute('aria-disabled', String(at === last));
  };
  const tell = () => {
    const slide = strip.children[at]!;
    said.textContent = `${said.dataset['say']!.replace('#', String(at + 1))} ${slide.querySelector('span')?.textContent ?? ''}`;
    settled(slide);
  };
  root.querySelector<HTMLElement>('header p')!.hidden = false;
  back?.addEventListener('click', () => turn(-1));
  on?.addEventListener('click', () => turn(1));
  buttons.at(-1)!.addEventListener('click', large);
  root.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, Home: -last, End: last }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    turn(by);
  });
  strip.addEventListener('scroll', look);
  look();
  return { at: () => at, jump: (to) => go(to, 'instant') };
}

/** A copy in a dialog over the whole window: the browser keeps the focus inside, closes it with Escape, and gives the focus back. */
function enlarge(gallery: HTMLElement, page: Turning): void {
  const dialog = document.createElement('dialog');
  const copy = gallery.cloneNode(true) as HTMLElement;
  const close = copy.querySelector<HTMLElement>('[data-close]')!;
  dialog.className = 'large';
  dialog.ariaLabel = copy.querySelector('h2')!.textContent;
  close.textContent = close.dataset['close']!;
  for (const slide of copy.querySelectorAll('figure')) slide.removeAttribute('id');
  for (const picture of copy.querySelectorAll<HTMLImageElement>('source')) picture.sizes = '100vw';
  copy.querySelector<HTMLElement>('.strip')!.autofocus = true;
  dialog.append(copy);
  document.body.append(dialog);
  dialog.showModal();
  const view = turning(copy, { large: () => dialog.close(), settled: () => undefined });
  view.jump(page.at());
  dialog.addEventListener('close', () => {
    page.jump(view.at());
    dialog.remove();
  });
}
