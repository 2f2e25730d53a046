/** The limit that the machine sets: the same rows by a plain INSERT each, over as many connections. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';

const connections = 8;

/** Rows a second. They are taken away again. */
export async function plainInserts({ address, story, seconds }: { address: string; story: string; seconds: number }): Promise<number> {
  const pool = new pg.Pool({ connectionString: address, max: connections });
  const began = performance.now();
  const end = began + seconds * 1_000;
  let rows = 0;
  await Promise.all(Array.from({ length: connections }, async () => {
    while (performance.now() < end) {
      const id = randomBytes(9).toString('hex');
      const now = new Date();
      await pool.query(
        `insert into comments (id, story_id, writer_name, text, language, state, created_at, state_at, findings, once_key, letters_key, sketch, network)
         values ($1, $2, 'Zoë Müller', $3, 'de', 'pending', $4, $4, '{first-comment}', $1, $1, '{1,2}', 'bench')`,
        [id, story, `Ich wohne seit vierzig Jahren am See und habe so etwas noch nie gesehen. Nummer ${id}.`, now],
      );
      rows += 1;
    }
  }));
  const took = (performance.now() - began) / 1_000;
  await pool.query(`delete from comments where network = 'bench'`);
  await pool.end();
  return rows / took;
}
