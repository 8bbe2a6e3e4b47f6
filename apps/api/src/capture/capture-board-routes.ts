import { answerInTime } from "@kanban/api/answer-in-time";
import { listCaptureBoards } from "@kanban/api/board/capture-board.repository";
import type { ApiDeps } from "@kanban/api/context";
import { limits } from "@kanban/domain/limits";
import type { Hono } from "hono";
import type { AppEnv } from "../http/create-app.ts";
import { forDevices } from "../http/device-requests.ts";
import { createCaptureGate } from "./capture-gate.ts";
import { captureBoardPaths } from "./capture-paths.ts";
import { forBearer } from "./for-bearer.ts";

/**
 * `GET /capture/boards`: what a token may add to, so that a device can offer the choice. The first is where a capture
 * goes that names none. It is all that a token for capturing can read; docs/capture.md.
 */
export function addCaptureBoardRoutes(
  app: Hono<AppEnv>,
  { deps, origins }: { deps: ApiDeps; origins: readonly string[] },
): void {
  // Its own: who looks at the boards keeps no capture out.
  const gate = createCaptureGate();
  for (const path of captureBoardPaths) {
    app.use(path, forDevices(origins));
    app.get(path, (c) =>
      forBearer(c, deps, gate, async ({ userId, boardId }) => {
        const boards = listCaptureBoards(deps.pool, userId, { only: boardId });
        return c.json(await answerInTime(boards, performance.now() + limits.answerMs));
      }),
    );
  }
}
