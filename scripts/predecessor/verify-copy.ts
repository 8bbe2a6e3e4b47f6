import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import type { Compared } from "./compare.ts";
import type { OldSource } from "./old-source.ts";
import { compareCopies, copiedTables, ofCopy } from "./worker-copy.ts";

/** Whether exactly those rows of the worker's copy are kept that the API's tables do not have letter for letter. */
export async function verifyCopy(source: OldSource, copy: OldSource, target: ClientBase): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const table of copiedTables(copy)) {
    const { onlyThere, different } = await compareCopies(source, copy, table);
    const { rows } = await target.query<{ id: string }>(`SELECT id FROM predecessor_row WHERE "table" = $1`, [
      ofCopy(table),
    ]);
    const wanted = new Set([...onlyThere, ...different]);
    const kept = new Set(rows.map(({ id }) => id));
    compared.push({
      table: `${ofCopy(table)} (kept)`,
      ...{ old: sumOf(wanted), new: sumOf(kept) },
      different: [...wanted]
        .filter((id) => !kept.has(id))
        .concat([...kept].filter((id) => !wanted.has(id)))
        .slice(0, 20),
    });
  }
  return compared;
}

function sumOf(keys: ReadonlySet<string>): Compared["old"] {
  return {
    rows: keys.size,
    sha256: createHash("sha256")
      .update([...keys].sort().join("\n"))
      .digest("hex"),
  };
}
