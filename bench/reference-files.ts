/**
 * What a rendition from disk is measured against: a bare node:http server that sends files by stream, with the headers that a file needs.
 *
 *     node bench/reference-files.ts FILE.json PORT      the file says which path is which file
 */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';

const [names = '', port = ''] = process.argv.slice(2);
const files = new Map(Object.entries(JSON.parse(readFileSync(names, 'utf8')) as Record<string, string>).map(([path, file]) => [path, { file, size: statSync(file).size }]));

const server = createServer((request, response) => {
  const found = files.get(request.url ?? '');
  if (found === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': 'image/jpeg', 'Content-Length': found.size, 'Cache-Control': 'public, max-age=31536000, immutable' });
  createReadStream(found.file).pipe(response);
});
server.listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'));
process.on('SIGTERM', () => process.exit(0));
