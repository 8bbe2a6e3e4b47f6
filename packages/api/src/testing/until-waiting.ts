import { waitFor } from "@kanban/testing/wait-for";
import type { TestApi } from "./api-test.ts";

/** Waits until so many queries wait for locks of others. */
export async function untilWaiting({ deps }: TestApi, count: number): Promise<void> {
  const isSo = async () => {
    const { rows } = await deps.pool.query<{ waiting: number }>(
      "SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    return rows[0]!.waiting >= count;
  };
  await waitFor(isSo, { what: `${count} queries to wait for locks` });
}
