import type { AttachmentId, UserId } from "@kanban/domain/ids";
import { createBrowserAccounts } from "../../../sync/browser-accounts.ts";
import { browserLocks } from "../../../sync/browser-locks.ts";
import { browserNetwork } from "../../../sync/browser-network.ts";
import { createMutationIds } from "../../../sync/mutation-ids.ts";
import { newId } from "../../../sync/new-id.ts";
import { systemTimers } from "../../../sync/timers.ts";
import { refreshSession } from "../../auth/session.ts";
import { type CaptureQueue, createCaptureQueue } from "./capture-queue.ts";
import { capturesChannel } from "./captures-channel.ts";
import { tellCaptured, tellProblem } from "./capture-news.ts";
import { httpTransport } from "./http-transport.ts";
import { createKeptOnDevice } from "./kept-on-device.ts";

let current: { userId: UserId; queue: CaptureQueue } | null = null;

/** The one queue of a person in this tab: dialogs come and go, captures go on. */
export function capturesOf(userId: UserId): CaptureQueue {
  if (current?.userId === userId) return current.queue;
  current?.queue.stop();
  const ids = createMutationIds(Date.now, () => crypto.getRandomValues(new Uint8Array(10)));
  const queue = createCaptureQueue({
    lockName: `kanban-captures-${userId}`,
    kept: createKeptOnDevice(userId),
    transport: httpTransport,
    locks: browserLocks,
    timers: systemTimers,
    network: browserNetwork,
    accounts: createBrowserAccounts(userId),
    channel: capturesChannel(userId),
    newMutationId: ids.next,
    newFileId: () => newId<AttachmentId>(),
    onCaptured: tellCaptured,
    onProblem: tellProblem,
    onSignedOut: () => void refreshSession(),
  });
  current = { userId, queue };
  return queue;
}
