import { connectionCell } from "../storage/cells.ts";

/** Notes that a token does not hold any more, unless this browser has got another meanwhile. */
export async function markRevoked(token: string): Promise<void> {
  const connection = await connectionCell.read();
  if (connection?.token === token && !connection.isRevoked)
    await connectionCell.write({ ...connection, isRevoked: true });
}
