/** The story of the sample that has every part of the reference: 4,000 characters, lead picture, byline, credits, infobox, follow-on. */
export async function referenceStory(url: string): Promise<string> {
  const section = await (await fetch(`${url}/international/usa`)).text();
  for (const [, path] of section.matchAll(/href="(\/international\/usa\/[^"#]+-[2-9a-z]{8})"/gu)) {
    const html = await (await fetch(url + path)).text();
    if (html.includes('class="infobox"') && html.includes('class="credits"')) return path!;
  }
  throw new Error('the sample has no reference story');
}
