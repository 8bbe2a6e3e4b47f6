import type { Rig } from "./open-rig.ts";

/** What the clients were told, and what that says about how rarely something could still be lost. */
export async function countOutcomes({ ledger, databases }: Pick<Rig, "ledger" | "databases">) {
  const { rows } = await databases.api.query<{ events: number }>("SELECT count(*)::int AS events FROM event_log");
  const outcomes = ledger.entries().map(({ outcome }) => outcome.kind);
  const count = (wanted: string) => outcomes.filter((kind) => kind === wanted).length;
  const events = rows[0]!.events;
  return {
    commands: outcomes.length,
    acknowledged: count("acknowledged"),
    refused: count("refused"),
    unknown: count("unknown"),
    events,
    // No failure in n trials bounds the rate at 3/n with 95 % confidence.
    lossBelow: (3 / events).toExponential(1),
  };
}
