import { runSqlFile } from "./run-sql-file.ts";
import { SIDES, type Side } from "./roles.ts";

/**
 * Gives the other side's publisher its one right (INSERT into `event_inbox`) in the database of `side`.
 * Run it as the owner after the schema is deployed; does nothing when the role does not exist.
 */
export async function grantPublisher(
  side: Side,
  ownerUrl: string,
  publisher: string = SIDES[side].publisher,
): Promise<void> {
  await runSqlFile(ownerUrl, "grant-publisher.sql", { "kanban.publisher": publisher });
}
