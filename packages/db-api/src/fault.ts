/** What a failed query means for the caller: try again at once, come back later, or a defect. */
export type Fault = "conflict" | "busy" | "defect";

const conflicts = new Set([
  "40001", // serialization_failure
  "40P01", // deadlock_detected
  "23503", // foreign_key_violation: a row seen a moment ago is gone; looking again finds the right refusal
  "23505", // unique_violation: likewise for a row that came in between
]);
const busies = new Set([
  "55P03", // lock_not_available: lock_timeout
  "57014", // query_canceled: statement_timeout
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
  "57P05", // idle_session_timeout
  "25P03", // idle_in_transaction_session_timeout
  "53000", // insufficient_resources
  "53100", // disk_full
  "53200", // out_of_memory
  "53300", // too_many_connections
  "08000", // connection_exception
  "08001", // sqlclient_unable_to_establish_sqlconnection
  "08003", // connection_does_not_exist
  "08004", // sqlserver_rejected_establishment_of_sqlconnection
  "08006", // connection_failure
]);
/** Prisma's own: no connection, pool exhausted, connection closed, transaction could not start or ended too late. */
const busyPrismaCodes = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"]);
/** The driver adapter's, the only word on a lost connection when a raw query meets it. */
const busyKinds = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);
const socketCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  "EHOSTUNREACH",
  "ENETUNREACH",
  // A container's name is not known while it is away.
  "ENOTFOUND",
  "EAI_AGAIN",
]);
/** What pg and its pool say without a code. */
const lostConnection =
  /Connection terminated|Connection ended|timeout exceeded when trying to connect|timeout expired|is not queryable|has not answered/;

/** Reads an error thrown by Prisma or by the pool. Never throws. */
export function faultOf(error: unknown): Fault {
  for (const code of codesOf(error)) {
    if (conflicts.has(code) || code === "P2034" || code === "P2002" || code === "P2003") return "conflict";
    if (busies.has(code) || busyPrismaCodes.has(code) || busyKinds.has(code) || socketCodes.has(code)) return "busy";
  }
  return error instanceof Error && lostConnection.test(error.message) ? "busy" : "defect";
}

/** The codes an error and its causes carry; the SQLSTATE stands innermost. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > 4) return [];
  const { code, originalCode, kind, cause, meta } = error as Record<string, unknown>;
  const driver =
    typeof meta === "object" && meta !== null ? (meta as Record<string, unknown>)["driverAdapterError"] : undefined;
  const own = [originalCode, code, kind].filter((value) => typeof value === "string");
  return [...codesOf(driver, depth + 1), ...codesOf(cause, depth + 1), ...own];
}
