import { answerInTime } from "@kanban/api/answer-in-time";
import type { ApiDeps } from "@kanban/api/context";
import { deleteToken } from "@kanban/api/token/token.repository";
import { limits } from "@kanban/domain/limits";
import type { Hono } from "hono";
import type { AppEnv } from "../http/create-app.ts";
import { forDevices } from "../http/device-requests.ts";
import { admitBearer } from "./admit-bearer.ts";
import { createCaptureGate } from "./capture-gate.ts";
import { captureTokenPaths } from "./capture-paths.ts";

/** `DELETE /capture/token`: a device that is disconnected ends its token, and no other; docs/capture.md. */
export function addCaptureTokenRoutes(
  app: Hono<AppEnv>,
  { deps, origins }: { deps: ApiDeps; origins: readonly string[] },
): void {
  // Its own: whoever has captured a lot may still leave.
  const gate = createCaptureGate();
  for (const path of captureTokenPaths) {
    app.use(path, forDevices(origins));
    app.delete(path, async (c) => {
      const admitted = await admitBearer(c, deps, gate);
      if (admitted instanceof Response) return admitted;
      const { bearer, leave } = admitted;
      try {
        const ended = deleteToken(deps.db, bearer.userId, bearer.tokenId);
        await answerInTime(ended, performance.now() + limits.answerMs);
        return c.body(null, 204);
      } finally {
        leave();
      }
    });
  }
}
