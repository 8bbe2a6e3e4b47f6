import { answerInTime } from "@kanban/api/answer-in-time";
import type { ApiDeps } from "@kanban/api/context";
import { deleteToken } from "@kanban/api/token/token.repository";
import { limits } from "@kanban/domain/limits";
import type { Hono } from "hono";
import type { AppEnv } from "../http/create-app.ts";
import { forDevices } from "../http/device-requests.ts";
import { createCaptureGate } from "./capture-gate.ts";
import { captureTokenPaths } from "./capture-paths.ts";
import { forBearer } from "./for-bearer.ts";

/** `DELETE /capture/token`: a device that is disconnected ends its token, and no other; docs/capture.md. */
export function addCaptureTokenRoutes(
  app: Hono<AppEnv>,
  { deps, origins }: { deps: ApiDeps; origins: readonly string[] },
): void {
  // Its own: whoever has captured a lot may still leave.
  const gate = createCaptureGate();
  for (const path of captureTokenPaths) {
    app.use(path, forDevices(origins));
    app.delete(path, (c) =>
      forBearer(c, deps, gate, async ({ userId, tokenId }) => {
        await answerInTime(deleteToken(deps.db, userId, tokenId), performance.now() + limits.answerMs);
        return c.body(null, 204);
      }),
    );
  }
}
