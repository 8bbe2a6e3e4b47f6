import { z } from "zod/mini";

/** A device's question as the app has answered it. */
const waitingSchema = z.object({
  step: z.literal("waiting"),
  address: z.string(),
  /** A secret of this browser, with which it fetches its token. */
  deviceCode: z.string(),
  /** Stands here and on the page where a person confirms. */
  userCode: z.string(),
  verificationUrl: z.string(),
  intervalMs: z.number(),
  expiresAt: z.number(),
});
export type WaitingPairing = z.infer<typeof waitingSchema>;

export const pairingFailures = ["no-permission", "unreachable", "no-app", "busy", "denied", "expired"] as const;
export type PairingFailure = (typeof pairingFailures)[number];

/** Where the connecting of this browser stands. Kept in storage: pages and workers of an extension end at any time. */
export const pairingSchema = z.discriminatedUnion("step", [
  /** The browser is asking for its permission. */
  z.object({ step: z.literal("asked"), address: z.string() }),
  waitingSchema,
  z.object({ step: z.literal("failed"), address: z.string(), reason: z.enum(pairingFailures) }),
]);
export type Pairing = z.infer<typeof pairingSchema>;
