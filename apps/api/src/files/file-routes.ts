import { answerInTime } from "@kanban/api/answer-in-time";
import { findServedFile } from "@kanban/api/attachment/file-access.repository";
import type { FileLimits } from "@kanban/api/attachment/create-attachment";
import type { ApiDeps, Session } from "@kanban/api/context";
import { limits } from "@kanban/domain/limits";
import { DomainError } from "@kanban/domain/refusal";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import type { Context, Hono } from "hono";
import { errorAnswer } from "../http/answers.ts";
import type { AppEnv } from "../http/create-app.ts";
import type { ResolveSession } from "../session.ts";
import { filePath, filePlaceSchema, previewPath } from "./file-place.ts";
import { drain, readSize } from "./drain.ts";
import { limitSilence, SenderSilent } from "./idle-limit.ts";
import { receiveFile } from "./receive-file.ts";
import { refusalAnswer } from "./refusal-answer.ts";
import { serveFile } from "./serve-file.ts";
import { StorageAway } from "./store-bytes.ts";
import { createUploadGate } from "./upload-gate.ts";

export type FileRoutes = {
  deps: ApiDeps;
  resolveSession: ResolveSession;
  storage: FileStorage;
  fileLimits: FileLimits;
};

/** The name travels in a header of our own, which no form and no page of another site can send. */
const nameHeader = "x-file-name";

/** Uploads and downloads: the only requests whose bodies are no JSON. */
export function addFileRoutes(app: Hono<AppEnv>, { deps, resolveSession, storage, fileLimits }: FileRoutes): void {
  const gate = createUploadGate();

  /** Answers 401 to strangers and 404 to paths that are none, and tells refusals. */
  const asMember = async (c: Context<AppEnv>, work: (session: Session, place: Place) => Promise<Response>) => {
    const extra = new Headers();
    const session = await answerInTime(resolveSession(c.req.raw.headers, extra), performance.now() + limits.answerMs);
    if (!session) return errorAnswer(c, 401);
    const place = filePlaceSchema.safeParse(c.req.param());
    if (!place.success) return errorAnswer(c, 404);
    try {
      const answer = await work(session, place.data);
      for (const cookie of extra.getSetCookie()) answer.headers.append("set-cookie", cookie);
      return answer;
    } catch (error) {
      if (error instanceof DomainError) return refusalAnswer(c, error);
      if (error instanceof SenderSilent) return errorAnswer(c, 400);
      if (error instanceof StorageAway) {
        deps.log.error({ err: error, requestId: c.get("requestId") }, "files can be neither stored nor read");
        return errorAnswer(c, 503);
      }
      throw error;
    }
  };

  app.get(filePath, (c) =>
    asMember(c, async ({ userId }, place) => {
      const file = await findServedFile(deps.db, userId, place);
      return serveFile(c, storage, file);
    }),
  );
  app.get(previewPath, (c) =>
    asMember(c, async ({ userId }, place) => {
      const { name, previewSha256 } = await findServedFile(deps.db, userId, place);
      if (previewSha256 === null) return errorAnswer(c, 404);
      return serveFile(c, storage, { name: `${name}.webp`, type: "image/webp", sha256: previewSha256, size: null });
    }),
  );
  app.post(filePath, async (c) => {
    const { body } = c.req.raw;
    const answer = await asMember(c, async (session, place) => {
      const name = readName(c.req.header(nameHeader));
      if (name === null) return errorAnswer(c, 400);
      const leave = gate.enter(session.userId);
      if (!leave) return refusalAnswer(c, { code: "TOO_MANY_UPLOADS", details: {} });
      try {
        const file = {
          place,
          name,
          size: readSize(c.req.header("content-length")),
          bytes: limitSilence(body ?? none()),
        };
        return c.json(await receiveFile(deps, session, file, { storage, fileLimits }), 201);
      } finally {
        leave();
      }
    });
    if (answer.status !== 201 && body) await drain(c, body);
    return answer;
  });
}

type Place = ReturnType<typeof filePlaceSchema.parse>;

async function* none(): AsyncGenerator<Uint8Array> {}

function readName(encoded: string | undefined): string | null {
  if (!encoded) return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
