import type { Rig } from "../rig/open-rig.ts";

/** Events that either side has given up. */
export async function nothingIsSetAside({ databases }: Pick<Rig, "databases">): Promise<string[]> {
  const found = await Promise.all(
    (["api", "worker"] as const).map(async (side) => {
      const { rows } = await databases[side].query<{ type: string; reason: string }>(
        "SELECT type, park_reason AS reason FROM event_inbox WHERE parked_at IS NOT NULL",
      );
      return rows.map(({ type, reason }) => `${side} set aside ${type}: ${reason}`);
    }),
  );
  return found.flat();
}
