import { randomUUID } from "node:crypto";
import { answerInTime } from "@kanban/api/answer-in-time";
import type { FileLimits } from "@kanban/api/attachment/create-attachment";
import { captureTask } from "@kanban/api/capture/capture-task";
import { deriveId } from "@kanban/api/capture/derive-id";
import type { ActorContext, ApiDeps } from "@kanban/api/context";
import type { Bearer } from "@kanban/api/token/token.repository";
import { type MutationId, mutationIdSchema } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { DomainError } from "@kanban/domain/refusal";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import type { Context, Hono } from "hono";
import { drain } from "../files/drain.ts";
import { SenderSilent } from "../files/idle-limit.ts";
import { refusalAnswer } from "../files/refusal-answer.ts";
import { StorageAway } from "../files/store-bytes.ts";
import { errorAnswer } from "../http/answers.ts";
import type { AppEnv } from "../http/create-app.ts";
import { forDevices } from "../http/device-requests.ts";
import type { CaptureFields } from "./capture-fields.ts";
import { capturePaths } from "./capture-paths.ts";
import { createCaptureGate } from "./capture-gate.ts";
import { forBearer } from "./for-bearer.ts";
import { readCaptureRequest } from "./read-capture-request.ts";

export type CaptureRoutes = {
  deps: ApiDeps;
  storage: FileStorage;
  fileLimits: FileLimits;
  origins: readonly string[];
  appUrl: string;
};

/** What programs make up as a key: printable, and no essay. */
const keyPattern = /^[\x21-\x7e]{1,200}$/;

/** `POST /capture`: one inbox task for whatever a program or a device brings; docs/capture.md. */
export function addCaptureRoutes(app: Hono<AppEnv>, options: CaptureRoutes): void {
  const { deps } = options;
  const gate = createCaptureGate();
  for (const path of capturePaths) {
    app.use(path, forDevices(options.origins));
    app.post(path, async (c) => {
      const answer = await answerFor(c);
      if (answer.status !== 201 && c.req.raw.body) await drain(c, c.req.raw.body);
      return answer;
    });
  }

  async function answerFor(c: Context<AppEnv>): Promise<Response> {
    const key = c.req.header("idempotency-key");
    if (key !== undefined && !keyPattern.test(key))
      return errorAnswer(c, 400, "Idempotency-Key: 1 to 200 visible signs");
    return forBearer(c, deps, gate, (bearer) =>
      captureFrom(c, bearer, key).catch((error: unknown) => answerFailure(c, error)),
    );
  }

  function answerFailure(c: Context<AppEnv>, error: unknown): Response {
    if (error instanceof DomainError) return refusalAnswer(c, error);
    if (error instanceof SenderSilent) return errorAnswer(c, 400);
    if (!(error instanceof StorageAway)) throw error;
    deps.log.error({ err: error, requestId: c.get("requestId") }, "files can be neither stored nor read");
    return errorAnswer(c, 503);
  }

  async function captureFrom(c: Context<AppEnv>, bearer: Bearer, key: string | undefined): Promise<Response> {
    const read = await readCaptureRequest(c.req.raw, options);
    if (read.outcome === "too-large") return errorAnswer(c, 413);
    if (read.outcome === "wrong-type")
      return errorAnswer(
        c,
        415,
        "Only application/json, text/plain of a known charset and multipart/form-data are accepted",
      );
    if (read.outcome === "bad") return errorAnswer(c, 400, read.message);
    const { fields, files } = read;
    const { userId, timeZone } = bearer;
    const ctx: ActorContext = { ...deps, actor: { userId, timeZone, means: "token" }, cause: null };
    const asked = {
      mutationId: mutationIdOf(bearer, key),
      boardId: boardOf(bearer, fields),
      ...{ title: fields.title ?? null, text: fields.text ?? null, url: fields.url ?? null, source: fields.source },
      receivedAt: fields.capturedAt ?? null,
      attachments: files,
    };
    const { events, boardId } = await answerInTime(
      captureTask(ctx, asked, options),
      performance.now() + limits.answerMs,
    );
    const change = events[0]?.change;
    if (change?.type !== "task.created") throw new Error("A capture begins with its task");
    const { id: taskId, number, title } = change.payload.card;
    return c.json({ boardId, taskId, number, title, url: `${options.appUrl}/boards/${boardId}/tasks/${number}` }, 201);
  }
}

/** Keys are each token's own: two devices that count from one do not meet. */
function mutationIdOf({ tokenId }: Bearer, key: string | undefined): MutationId {
  return mutationIdSchema.parse(key === undefined ? randomUUID() : deriveId("capture", tokenId, key));
}

/** A token of one board knows no other: they are as missing for it as a stranger's. */
function boardOf(bearer: Bearer, { boardId }: CaptureFields) {
  if (bearer.boardId === null) return boardId ?? null;
  if (boardId && boardId !== bearer.boardId) throw new DomainError("BOARD_NOT_FOUND");
  return bearer.boardId;
}
