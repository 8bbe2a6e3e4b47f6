import { answerInTime } from "@kanban/api/answer-in-time";
import type { ApiDeps } from "@kanban/api/context";
import { findHook, type MailHook } from "@kanban/api/mailbox/find-hook";
import { postMail } from "@kanban/api/mailbox/post-mail";
import { limits } from "@kanban/domain/limits";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import type { Context, Hono } from "hono";
import { createCaptureGate } from "../capture/capture-gate.ts";
import { drain } from "../files/drain.ts";
import { SenderSilent } from "../files/idle-limit.ts";
import { StorageAway, storeBytes } from "../files/store-bytes.ts";
import { errorAnswer } from "../http/answers.ts";
import type { AppEnv } from "../http/create-app.ts";
import { readPost } from "./read-post.ts";
import { isSigned, type PostStamp, readStamp } from "./verify-post.ts";

/** Posts read at one moment: each may be {@link limits.postedMailBytes} in memory until its signature is known. */
const postsAtOnce = 2;

/** `POST /api/hooks/mail/<id>`: a mail as a mail service has it, signed; docs/capture-mail.md. */
export function addMailHookRoutes(app: Hono<AppEnv>, { deps, storage }: { deps: ApiDeps; storage: FileStorage }): void {
  const gate = createCaptureGate(undefined, { perMinute: limits.mailsPerMinute, atOnce: postsAtOnce });
  let reading = 0;
  app.post("/api/hooks/mail/:id", async (c) => {
    const answer = await answerFor(c);
    if (answer.status !== 202 && c.req.raw.body) await drain(c, c.req.raw.body);
    return answer;
  });

  async function answerFor(c: Context<AppEnv>): Promise<Response> {
    const stamp = readStamp(c.req.raw.headers, deps.clock.now());
    if (!stamp) return errorAnswer(c, 401, "The signature or its time is missing or over");
    const found = findHook(deps, c.req.param("id") ?? "");
    const hook = await answerInTime(found, performance.now() + limits.answerMs);
    // Whoever knows no address is told what whoever knows no secret is.
    if (!hook) return errorAnswer(c, 401, wrongSignature);
    const entered = gate.enter(hook.mailboxId);
    if ("retryAfter" in entered) return tooMany(c, entered.retryAfter);
    if (reading >= postsAtOnce) {
      entered.leave();
      return tooMany(c, 1);
    }
    reading += 1;
    try {
      return await take(c, hook, stamp);
    } catch (error) {
      if (error instanceof SenderSilent) return errorAnswer(c, 400);
      if (!(error instanceof StorageAway)) throw error;
      deps.log.error({ err: error, requestId: c.get("requestId") }, "files can be neither stored nor read");
      return errorAnswer(c, 503);
    } finally {
      reading -= 1;
      entered.leave();
    }
  }

  async function take(c: Context<AppEnv>, hook: MailHook, stamp: PostStamp): Promise<Response> {
    const body = await readPost(c.req.raw);
    if (body === null) return errorAnswer(c, 413);
    if (!isSigned(hook.secret, stamp, body)) return errorAnswer(c, 401, wrongSignature);
    if (body.byteLength === 0) return errorAnswer(c, 400, "There is no mail in it");
    const tooLarge = () => {
      throw new Error("A mail was measured before");
    };
    const { sha256 } = await storeBytes(storage, once(body), { maxBytes: limits.postedMailBytes, tooLarge });
    const posting = postMail(deps, { mailboxId: hook.mailboxId, sha256, signature: stamp.signature });
    const isTaken = await answerInTime(posting, performance.now() + limits.answerMs);
    // Also the answer to a service that has not heard the first one: the mail is here, and comes once.
    return isTaken ? c.json({ state: "taken" }, 202) : c.json({ error: { status: 409, message: replayed } }, 409);
  }
}

const wrongSignature = "The signature is wrong";
const replayed = "This post has been taken before";

function tooMany(c: Context<AppEnv>, seconds: number): Response {
  c.header("retry-after", String(seconds));
  return c.json({ error: { status: 429, message: "Too many mails at once" } }, 429);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
