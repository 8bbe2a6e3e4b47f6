import { limits } from "@kanban/domain/limits";
import { refuse } from "@kanban/domain/refusal";
import { lineText } from "@kanban/domain/text";
import { z } from "zod";
import type { ApiDeps } from "../context.ts";
import { newId } from "../new-id.ts";
import { newTokenSecret } from "../token/token-secret.ts";
import { insertPairing } from "./pairing.repository.ts";
import { hashOfUserCode, newUserCode } from "./user-code.ts";

export const startPairingInput = z.strictObject({ deviceName: lineText(limits.name) });

export type StartedPairing = { deviceCode: string; userCode: string; expiresIn: number; interval: number };

/**
 * Begins a device's question for a token, as RFC 8628 does: it keeps `deviceCode` to itself and asks with it, and shows
 * `userCode`, which somebody signed in confirms. Nobody is signed in here, so whoever calls this counts attempts.
 */
export async function startPairing(
  { db, clock }: Pick<ApiDeps, "db" | "clock">,
  { deviceName }: z.output<typeof startPairingInput>,
): Promise<StartedPairing> {
  const createdAt = clock.now();
  const { secret: deviceCode, sha256: deviceSha256 } = newTokenSecret();
  const userCode = newUserCode();
  const expiresAt = new Date(createdAt.getTime() + limits.pairingSeconds * 1000);
  const ids = { id: newId(createdAt), deviceSha256, userSha256: hashOfUserCode(userCode) };
  if (!(await insertPairing(db, { ...ids, deviceName, createdAt, expiresAt }, limits.pairingsAtOnce)))
    refuse("TOO_MANY_ATTEMPTS");
  return { deviceCode, userCode, expiresIn: limits.pairingSeconds, interval: limits.pairingPollSeconds };
}
