import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Arrived, ArrivingComment, Format } from './arriving.ts';
import { ExportBroken } from './arriving.ts';
import { formatOf, readExport } from './export-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-exports-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function file(content: string | Uint8Array): string {
  const path = join(folder, `export-${(files += 1)}`);
  writeFileSync(path, content);
  return path;
}

async function everything(values: AsyncIterable<Arrived>): Promise<Arrived[]> {
  const found: Arrived[] = [];
  for await (const value of values) found.push(value);
  return found;
}

async function read(content: string | Uint8Array, format: Format): Promise<Arrived[]> {
  const path = file(content);
  expect(await formatOf(path)).toBe(format);
  return everything(readExport(path, format));
}

const taken = (all: readonly Arrived[]): ArrivingComment[] => all.filter((one) => 'text' in one);
const leftOut = (all: readonly Arrived[]) => all.flatMap((one) => ('leftOut' in one ? [[one.key, one.leftOut]] : []));

describe('An export of Disqus', () => {
  const disqus = (posts: string) => `<?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
    <thread dsq:id="7"><link>https://zeitung.example/region/see-7</link><title>Der See steigt</title></thread>${posts}</disqus>`;
  const post = (id: string, further: string) => `<post dsq:id="${id}"><message><![CDATA[<p>Schön &amp; gut.</p><p>Mehr: <a href="https://example.org/a-long-way">example.org/a-lo...</a></p>]]></message>
    <createdAt>2024-03-31T01:30:00Z</createdAt><author><name>Büşra</name></author><thread dsq:id="7"/>${further}</post>`;

  it('gives text, writer, time, thread and what a comment answers', async () => {
    const [first, answer] = taken(await read(disqus(post('1', '') + post('2', '<parent dsq:id="1"/>')), 'disqus'));
    expect(first).toEqual({
      key: 'disqus:1', thread: { link: 'https://zeitung.example/region/see-7', title: 'Der See steigt' }, parent: null, name: 'Büşra',
      at: new Date('2024-03-31T01:30:00Z'), text: 'Schön & gut.\n\nMehr: https://example.org/a-long-way', state: 'approved',
    });
    expect(answer?.parent).toBe('disqus:1');
  });
  it('names each post that is not taken', async () => {
    const all = await read(disqus(post('1', '<isDeleted>true</isDeleted>') + post('2', '<isSpam>true</isSpam>') + '<post dsq:id="3"><thread dsq:id="8"/></post>'), 'disqus');
    expect(leftOut(all)).toEqual([['disqus:1', 'deleted'], ['disqus:2', 'spam'], ['disqus:3', 'no-thread']]);
  });
  it('that is cut off gives nothing but where', async () => {
    await expect(read(disqus(post('1', '')).slice(0, -30), 'disqus')).rejects.toThrow(/^\d+:\d+: /u);
  });
});

describe('An export of WordPress', () => {
  const wordpress = (comments: string) => `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>
    <item><title>Die Post schliesst</title><link>https://blatt.example/2019/post</link>${comments}</item></channel></rss>`;
  const comment = (id: number, { approved = '1', type = '', parent = 0 }) => `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>Åse</wp:comment_author>
    <wp:comment_date_gmt>2019-07-01 08:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[Eins
zwei]]></wp:comment_content><wp:comment_approved>${approved}</wp:comment_approved><wp:comment_type>${type}</wp:comment_type><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>`;

  it('keeps lines, waits with what waits, and leaves out what was no comment', async () => {
    const all = await read(wordpress(comment(4, {}) + comment(5, { approved: '0', parent: 4 }) + comment(6, { approved: 'spam' }) + comment(7, { approved: 'trash' }) + comment(8, { type: 'pingback' })), 'wordpress');
    expect(taken(all).map(({ key, parent, state, text, at }) => ({ key, parent, state, text, at: at.toISOString() }))).toEqual([
      { key: 'wordpress:blatt.example:4', parent: null, state: 'approved', text: 'Eins\nzwei', at: '2019-07-01T08:00:00.000Z' },
      { key: 'wordpress:blatt.example:5', parent: 'wordpress:blatt.example:4', state: 'pending', text: 'Eins\nzwei', at: '2019-07-01T08:00:00.000Z' },
    ]);
    expect(leftOut(all)).toEqual([['wordpress:blatt.example:6', 'spam'], ['wordpress:blatt.example:7', 'deleted'], ['wordpress:blatt.example:8', 'not-a-comment']]);
  });
});

describe('An export of Coral', () => {
  const story = { id: 's1', tenantID: 't', url: 'https://zeitung.example/a', metadata: { title: 'Titel' } };
  const user = { id: 'u1', tenantID: 't', username: 'Œuvre', email: 'oeuvre@example.org' };
  const comment = (id: string, further: object) => ({ id, tenantID: 't', storyID: 's1', authorID: 'u1', revisions: [{ id: 'r1', body: 'alt' }, { id: 'r2', body: 'neu<br>hier' }], status: 'NONE', createdAt: { $date: '2021-02-03T04:05:06.007Z' }, ...further });
  const lines = (...documents: object[]) => documents.map((one) => JSON.stringify(one)).join('\n');

  it('gives the last revision, whatever the order of the collections', async () => {
    const [only] = taken(await read(lines(comment('c1', {}), user, story), 'coral'));
    expect(only).toMatchObject({ key: 'coral:c1', name: 'Œuvre', text: 'neu\nhier', thread: { link: 'https://zeitung.example/a', title: 'Titel' }, state: 'approved' });
  });
  it('keeps what was refused as refused, and reads long numbers as instants', async () => {
    const [only] = taken(await read(lines(story, comment('c1', { status: 'REJECTED', createdAt: { $date: { $numberLong: '1612325106007' } } })), 'coral'));
    expect(only).toMatchObject({ state: 'refused', name: '', at: new Date('2021-02-03T04:05:06.007Z') });
  });
  it('may be one array', async () => {
    expect(taken(await read(JSON.stringify([story, comment('c1', {})], null, 2), 'coral'))).toHaveLength(1);
  });
  it('without comments is refused', async () => {
    await expect(read(lines(story, user), 'coral')).rejects.toBeInstanceOf(ExportBroken);
  });
});

describe('A backup of Remark42', () => {
  const backup = [
    { version: 1, users: [], posts: [] },
    { id: 'a', pid: '', text: '<p>Grüezi <em>alle</em></p>', user: { name: 'Łukasz' }, locator: { site: 'blatt', url: 'https://blatt.example/x' }, time: '2022-01-02T03:04:05Z', title: 'X' },
    { id: 'b', pid: 'a', text: '', delete: true, user: { name: '' }, locator: { site: 'blatt', url: 'https://blatt.example/x' }, time: '2022-01-02T03:04:05Z' },
  ].map((one) => JSON.stringify(one)).join('\n');

  it.each([['packed', gzipSync(backup)], ['unpacked', backup]])('is read %s', async (_, content) => {
    const all = await read(content, 'remark42');
    expect(taken(all)).toMatchObject([{ key: 'remark42:blatt:a', name: 'Łukasz', text: 'Grüezi alle', parent: null }]);
    expect(leftOut(all)).toEqual([['remark42:blatt:b', 'deleted']]);
  });
  it('whose packing is broken is refused', async () => {
    const path = file(gzipSync(backup.repeat(2_000)).subarray(0, 400));
    await expect(everything(readExport(path, 'remark42'))).rejects.toBeInstanceOf(ExportBroken);
  });
});

describe('Isso', () => {
  it('is read from its database', async () => {
    const path = join(folder, 'isso.db');
    const database = new DatabaseSync(path);
    database.exec(`create table threads (id integer primary key, uri text, title text); create table comments (tid integer, id integer primary key, parent integer, created float, mode integer, text text, author text);
      insert into threads values (1, '/region/see', 'Der See'); insert into comments values (1, 1, null, 1700000000.5, 1, 'Ja.', 'Zoë'), (1, 2, 1, 1700000100, 2, 'Nein.', null), (1, 3, null, 1700000200, 4, '', null);`);
    database.close();
    expect(await formatOf(path)).toBe('isso');
    const all = await everything(readExport(path, 'isso'));
    expect(taken(all)).toMatchObject([{ key: 'isso:1', name: 'Zoë', at: new Date(1_700_000_000_500), state: 'approved', thread: { link: '/region/see', title: 'Der See' } }, { key: 'isso:2', parent: 'isso:1', name: '', state: 'pending' }]);
    expect(leftOut(all)).toEqual([['isso:3', 'deleted']]);
  });
  it('is read from its plain format, where every comment has the id 0', async () => {
    const all = await read(JSON.stringify([{ id: '/a/', title: 'Ein+Titel', comments: [{ id: 0, remote_addr: '0.0.0.0', author: 'Ève', created: '2005-02-24 04:03:37', text: 'eins' }, { id: 0, author: 'Ève', created: '2005-02-24 04:03:38', text: 'zwei' }] }]), 'isso');
    expect(taken(all).map(({ key, text, thread }) => [key, text, thread.title])).toEqual([['isso:/a/#0', 'eins', 'Ein Titel'], ['isso:/a/#1', 'zwei', 'Ein Titel']]);
  });
});

describe('A file of nobody we know', () => {
  it.each([['a picture', new Uint8Array([0xff, 0xd8, 0xff])], ['a list', 'a,b,c\n1,2,3'], ['nothing', '']])('is not taken for an export: %s', async (_, content) => {
    expect(await formatOf(file(content))).toBeNull();
  });
});
