type Named = { name: string };

/** A tag or context by its name, whatever its case; `null` for one that does not exist yet. */
export function matchLabel<Row extends Named>(rows: readonly Row[], name: string): Row | null {
  const wanted = name.toLowerCase();
  return rows.find((row) => row.name.toLowerCase() === wanted) ?? null;
}

/** A prefix of fewer letters says too little to pick a project by. */
const prefixLength = 3;

/** A project by its name or the beginning of it; of several the shortest name wins. `null` for a new one. */
export function matchProject<Row extends Named>(rows: readonly Row[], name: string): Row | null {
  const exact = matchLabel(rows, name);
  if (exact || name.length < prefixLength) return exact;
  const wanted = name.toLowerCase();
  const [shortest] = rows
    .filter((row) => row.name.toLowerCase().startsWith(wanted))
    .sort((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  return shortest ?? null;
}
