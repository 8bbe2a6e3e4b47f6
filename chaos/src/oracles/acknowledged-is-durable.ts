import type { Oracle } from "./oracle.ts";

/** G1: every event a client was told of stands in the log, under the seq it was told. */
export const acknowledgedIsDurable: Oracle = async ({ databases, ledger }) => {
  const { rows } = await databases.api.query<{ id: string; seq: string }>(
    "SELECT id, board_seq AS seq FROM event_log WHERE board_seq IS NOT NULL",
  );
  const seqs = new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
  return ledger
    .entries()
    .flatMap(({ intent, outcome }) =>
      outcome.kind === "acknowledged"
        ? outcome.events
            .filter(({ id, seq }) => seqs.get(id) !== seq)
            .map(
              ({ id, seq }) =>
                `${intent.procedure} was acknowledged with event ${id} at ${seq}: ${seqs.get(id) ?? "gone"}`,
            )
        : [],
    );
};
