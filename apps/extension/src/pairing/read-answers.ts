import { z } from "zod/mini";
import { webAddress } from "../address/read-address.ts";
import type { AppAnswer } from "../app/ask-app.ts";
import type { Pairing } from "./pairing.ts";

const startedSchema = z.object({
  deviceCode: z.string(),
  userCode: z.string(),
  verificationUrl: z.string(),
  expiresIn: z.number(),
  interval: z.number(),
});

/** What the app's answer to "I would like to be connected" makes of it. */
export function readStarted(address: string, answer: AppAnswer | null, now: number): Pairing {
  const failed = (reason: "unreachable" | "no-app" | "busy"): Pairing => ({ step: "failed", address, reason });
  if (!answer || answer.status >= 500) return failed("unreachable");
  if (answer.status === 429) return failed("busy");
  const { data } = startedSchema.safeParse(answer.body);
  // Whatever answers there may name any address: only one of the web is opened.
  if (answer.status !== 201 || !data || webAddress(data.verificationUrl) === null) return failed("no-app");
  const { deviceCode, userCode, verificationUrl, expiresIn, interval } = data;
  const times = { intervalMs: Math.max(1, interval) * 1000, expiresAt: now + expiresIn * 1000 };
  return { step: "waiting", address, deviceCode, userCode, verificationUrl, ...times };
}

const polledSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("waiting") }),
  z.object({ state: z.literal("denied") }),
  z.object({ state: z.literal("expired") }),
  z.object({ state: z.literal("paired"), token: z.string() }),
]);
export type Polled = z.infer<typeof polledSchema>;

/** What the app says to "am I connected?". No answer, or one that is not the app's, means to ask again. */
export function readPolled(answer: AppAnswer | null): Polled {
  const read = answer?.status === 200 ? polledSchema.safeParse(answer.body).data : undefined;
  return read ?? { state: "waiting" };
}
