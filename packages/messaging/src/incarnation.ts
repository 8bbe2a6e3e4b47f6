import type { PoolClient } from "pg";
import type { OutboxTable } from "./outbox-table.ts";

/**
 * What PostgreSQL itself says of the database it runs on: the cluster's identifier, its timeline, the database and the
 * table `instance`. Any of them changes with a restore (another cluster, recovery to a moment, a database or tables
 * made anew), none with a restart. Everybody may ask for all of them. A data folder copied back as a whole looks the
 * same: that is what the links between events and the watermarks are for.
 */
export const currentIncarnation = `concat_ws('/',
  (SELECT system_identifier FROM pg_control_system()), left(pg_walfile_name(pg_current_wal_lsn()), 8),
  (SELECT oid FROM pg_database WHERE datname = current_database()), 'instance'::regclass::oid)`;

/**
 * Begins a new epoch when this database turns out to be a restored or copied one, and says whether it did. Asked by
 * several processes at once, one begins it. A database that has never been asked keeps its epoch.
 */
export async function beginEpochIfRestored(tx: PoolClient, outbox: OutboxTable): Promise<boolean> {
  const { rows } = await tx.query<{ isNew: boolean }>({
    name: "begin-epoch-if-restored",
    text: `WITH before AS (SELECT epoch FROM instance)
           UPDATE instance SET incarnation = now_is.incarnation,
             epoch = CASE WHEN instance.incarnation IS NULL THEN epoch ELSE gen_random_uuid() END${outbox.voidWithEpoch}
           FROM (SELECT ${currentIncarnation} AS incarnation) AS now_is
           WHERE instance.incarnation IS DISTINCT FROM now_is.incarnation
           RETURNING epoch IS DISTINCT FROM (SELECT epoch FROM before) AS "isNew"`,
  });
  return rows[0]?.isNew ?? false;
}

/** Begins a new epoch: this database was restored although PostgreSQL cannot say so, or somebody knows that it was. */
export async function beginEpoch(tx: PoolClient, outbox: OutboxTable): Promise<void> {
  await tx.query(
    `UPDATE instance SET epoch = gen_random_uuid(), incarnation = ${currentIncarnation}${outbox.voidWithEpoch}`,
  );
}
