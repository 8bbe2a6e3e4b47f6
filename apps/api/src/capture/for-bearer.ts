import { answerInTime } from "@kanban/api/answer-in-time";
import type { ApiDeps } from "@kanban/api/context";
import type { Bearer } from "@kanban/api/token/token.repository";
import { limits } from "@kanban/domain/limits";
import type { Context } from "hono";
import { refusalAnswer } from "../files/refusal-answer.ts";
import { errorAnswer } from "../http/answers.ts";
import type { AppEnv } from "../http/create-app.ts";
import type { CaptureGate } from "./capture-gate.ts";
import { readBearer } from "./read-bearer.ts";

/**
 * Answers whoever a request's token stands for, inside the gate; or says that the token does not hold, was not given for
 * capturing, or asks too often.
 */
export async function forBearer(
  c: Context<AppEnv>,
  deps: Pick<ApiDeps, "pool" | "clock">,
  gate: CaptureGate,
  answerTo: (bearer: Bearer) => Promise<Response>,
): Promise<Response> {
  const looked = readBearer(deps, c.req.header("authorization"));
  const bearer = await answerInTime(looked, performance.now() + limits.answerMs);
  if (!bearer) {
    c.header("www-authenticate", 'Bearer realm="capture"');
    return errorAnswer(c, 401, "A token is needed, and this one is none that holds");
  }
  if (!bearer.scopes.includes("capture")) {
    c.header("www-authenticate", 'Bearer error="insufficient_scope", scope="capture"');
    return errorAnswer(c, 403, "This token may not capture");
  }
  const entered = gate.enter(bearer.tokenId);
  if (!("leave" in entered)) {
    const answer = refusalAnswer(c, { code: "TOO_MANY_CAPTURES", details: {} });
    answer.headers.set("retry-after", String(entered.retryAfter));
    return answer;
  }
  try {
    return await answerTo(bearer);
  } finally {
    entered.leave();
  }
}
