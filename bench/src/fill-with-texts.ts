import { randomUUID } from "node:crypto";
import type { BenchDatabase } from "./bench-database.ts";

/** Boards of the person, as a busy one has them. */
const boards = 20;
/** Different words, used as unevenly as people use theirs (Zipf). */
const vocabulary = 20_000;

/** Tasks with titles of five words, and notes of forty on every third, over twenty boards; answers two of their words. */
export async function fillWithTexts(bench: BenchDatabase, count: number): Promise<{ common: string; rare: string }> {
  let state = 0x2545f491;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const syllables = ["ka", "lo", "mi", "ter", "van", "so", "ri", "pen", "du", "gal", "he", "bru", "ny", "est", "cho"];
  const words = Array.from({ length: vocabulary }, (_, n) => {
    let word = "";
    for (let rest = n + 15; rest > 0; rest = Math.floor(rest / 15)) word += syllables[rest % 15];
    return word;
  });
  const word = () => words[Math.min(vocabulary - 1, Math.floor(vocabulary ** next()) - 1)]!;
  const sentence = (length: number) => Array.from({ length }, word).join(" ");
  for (let board = 0; board < boards; board++) {
    const { boardId, columns } = await bench.newBoard(0);
    const open = columns.filter((column) => column.wipLimit === null);
    const each = count / boards;
    const rows = Array.from({ length: each }, (_, n) => ({
      id: randomUUID(),
      column_id: open[n % open.length]!.id,
      number: n + 1,
      title: sentence(5),
      notes: n % 3 === 0 ? sentence(40) : "",
      rank: `b${String(n).padStart(6, "0")}`,
    }));
    await bench.raw.query(
      `INSERT INTO task (id, board_id, column_id, number, title, notes, rank, captured_at, entered_column_at)
       SELECT t.id, $1, t.column_id, t.number, t.title, t.notes, t.rank, now() - t.number * interval '1 minute', now() - t.number * interval '1 minute'
       FROM jsonb_to_recordset($2::jsonb) AS t(id uuid, column_id uuid, number int, title text, notes text, rank text)`,
      [boardId, JSON.stringify(rows)],
    );
  }
  await bench.raw.query("VACUUM ANALYZE");
  return { common: words[3]!, rare: words[9_000]! };
}
