import { setTimeout as delay } from "node:timers/promises";
import type { Service } from "./service.ts";

/** A cold process answers within about two seconds; the first page of `next dev` has to be compiled first. */
const HEALTHY_WITHIN_MS = 90_000;
const ASK_EVERY_MS = 100;

/**
 * Waits until a service answers its health address with 2xx or a redirect.
 * @throws with the service's last output when it ends first, or takes too long.
 */
export async function waitUntilHealthy(service: Service, url: string): Promise<void> {
  const deadline = Date.now() + HEALTHY_WITHIN_MS;
  let last = "no answer";
  while (Date.now() < deadline) {
    if (service.hasEnded()) throw new Error(`${service.name} ${await service.ended}:\n${service.lastOutput()}`);
    try {
      const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(HEALTHY_WITHIN_MS) });
      await answer.body?.cancel();
      if (answer.status < 400) return;
      last = `status ${answer.status}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await delay(ASK_EVERY_MS);
  }
  throw new Error(`${service.name} did not become healthy at ${url} (${last}):\n${service.lastOutput()}`);
}
