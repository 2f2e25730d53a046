// Waits until the program is ready, then reads the front page and a story found on it, as a reader would.
const site = process.argv[2];

const ready = await waitUntilReady();
if (!ready) fail(`${site} was not ready within two minutes`);
const front = await read('/');
console.log(`front page: ${front.length} characters`);
const story = await findStory(front);
if (story === null) fail('the front page leads to no story');
console.log(`story: ${story.path}, ${story.html.length} characters`);

async function waitUntilReady() {
  const end = Date.now() + 120_000;
  while (Date.now() < end) {
    const answer = await fetch(`${site}/readyz`).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

async function read(path) {
  const answer = await fetch(site + path, { headers: { 'accept-encoding': 'gzip' } });
  const html = await answer.text();
  if (answer.status !== 200) fail(`${path} answers ${answer.status}`);
  if (!html.includes('<h1') || !html.includes('</html>')) fail(`${path} is no whole page with a heading`);
  return html;
}

/** A story's address is `/<section>/<slug>-<id>`, and its page says in its data that it is one. */
async function findStory(html) {
  const links = new Set([...html.matchAll(/href="([^"#?]+)"/g)].map(([, link]) => link.replace(site, '')));
  for (const path of [...links].filter((link) => /^\/[a-z0-9/-]+\/[^/]+-[^/]+$/.test(link))) {
    const answer = await fetch(site + path);
    if (!answer.ok || !answer.headers.get('content-type')?.startsWith('text/html')) continue;
    const page = await answer.text();
    if (page.includes('"NewsArticle"') && page.includes('<h1')) return { path, html: page };
  }
  return null;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
