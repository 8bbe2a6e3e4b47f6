import { answerInTime } from "@kanban/api/answer-in-time";
import type { ApiDeps } from "@kanban/api/context";
import { pollPairing, pollPairingInput } from "@kanban/api/pairing/poll-pairing";
import { startPairing, startPairingInput } from "@kanban/api/pairing/start-pairing";
import { countAttempt } from "@kanban/api/rate-limit.repository";
import { limits } from "@kanban/domain/limits";
import { DomainError } from "@kanban/domain/refusal";
import type { Context, Hono } from "hono";
import type { z } from "zod";
import { refusalAnswer } from "../files/refusal-answer.ts";
import { errorAnswer } from "../http/answers.ts";
import { clientAddress } from "../http/client-address.ts";
import type { AppEnv } from "../http/create-app.ts";
import { forDevices } from "../http/device-requests.ts";
import { readBody } from "../http/read-body.ts";

export type PairRoutes = { deps: ApiDeps; origins: readonly string[]; appUrl: string; proxyHops: number };

const bodyBytes = 4 * 1024;
/** An address may be an office, all of whose devices are set up on one morning. */
const startsPerAddress = { window: 60, max: 20 };
const pollsPerAddress = { window: 60, max: 600 };

/** How a device gets a token of its own, without anybody typing one; docs/capture.md. */
export function addPairRoutes(app: Hono<AppEnv>, { deps, origins, appUrl, proxyHops }: PairRoutes): void {
  const { db, clock } = deps;
  app.use("/api/pair/*", forDevices(origins));

  /** Counts the address, reads the input and does the work, all in time. */
  async function answer<Input extends z.ZodType>(
    c: Context<AppEnv>,
    { name, rule, input }: { name: string; rule: typeof startsPerAddress; input: Input },
    work: (asked: z.output<Input>) => Promise<Response>,
  ): Promise<Response> {
    // What is no JSON another site's page could send without being asked whether it may.
    if (!/^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? "")) return errorAnswer(c, 415);
    const body = await readBody(c.req.raw, bodyBytes);
    if (body === "too-large") return errorAnswer(c, 413);
    const parsed = input.safeParse(parseJson(body));
    if (!parsed.success) return errorAnswer(c, 400);
    const counted = async () => {
      const address = clientAddress(
        c.env.incoming.socket.remoteAddress ?? "",
        c.req.header("x-forwarded-for"),
        proxyHops,
      );
      const { allowed, retryAfter } = await countAttempt(db, `${name}|${address}`, rule, clock.now().getTime());
      if (allowed) return work(parsed.data);
      const refused = refusalAnswer(c, { code: "TOO_MANY_ATTEMPTS", details: {} });
      refused.headers.set("retry-after", String(retryAfter ?? 1));
      return refused;
    };
    try {
      return await answerInTime(counted(), performance.now() + limits.answerMs);
    } catch (error) {
      if (error instanceof DomainError) return refusalAnswer(c, error);
      throw error;
    }
  }

  app.post("/api/pair/start", (c) =>
    answer(c, { name: "pair-start", rule: startsPerAddress, input: startPairingInput }, async (asked) => {
      const started = await startPairing(deps, asked);
      return c.json({ ...started, verificationUrl: `${appUrl}/pair?code=${started.userCode}` }, 201);
    }),
  );
  app.post("/api/pair/poll", (c) =>
    answer(c, { name: "pair-poll", rule: pollsPerAddress, input: pollPairingInput }, async (asked) => {
      const polled = await pollPairing(deps, asked);
      if (polled.state !== "too-soon") return c.json(polled);
      const refused = refusalAnswer(c, { code: "TOO_MANY_ATTEMPTS", details: {} });
      refused.headers.set("retry-after", String(limits.pairingPollSeconds));
      return refused;
    }),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
