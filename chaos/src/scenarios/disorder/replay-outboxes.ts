import type { Rig } from "../../rig/open-rig.ts";
import { untilQuiet } from "../../rig/until-quiet.ts";
import { compareBytes, hashEveryByte } from "./every-byte.ts";

type Databases = Rig["databases"];

/** Both sides tell the other everything once more; the inboxes drop it. */
async function tellAgain({ api, worker }: Databases): Promise<void> {
  await Promise.all([
    api.query("UPDATE event_log SET published_at = NULL"),
    worker.query("UPDATE event_outbox SET published_at = NULL"),
  ]);
  await Promise.all([api.query("NOTIFY event_log"), worker.query("NOTIFY event_outbox")]);
}

/** Everything heard about boards counts as not handled yet; how far each board is done is still known. */
async function forgetHandled({ api, worker }: Databases): Promise<void> {
  const forget = `UPDATE event_inbox SET handled_at = NULL
                  WHERE parked_at IS NULL AND envelope ->> 'boardId' IS NOT NULL`;
  await Promise.all([api.query(forget), worker.query(forget)]);
  await Promise.all([api.query("NOTIFY event_inbox"), worker.query("NOTIFY event_inbox")]);
}

/** Replays the whole of both outboxes, twice, and has all of it handled anew, twice: not a byte may change. */
export async function replayOutboxes(databases: Databases, patienceMs: number): Promise<string[]> {
  const before = await hashEveryByte(databases);
  const wrong: string[] = [];
  for (const round of [1, 2]) {
    await tellAgain(databases);
    await untilQuiet({ databases }, patienceMs);
    wrong.push(...compareBytes(before, await hashEveryByte(databases), `telling everything again (${round})`));
    await forgetHandled(databases);
    await untilQuiet({ databases }, patienceMs);
    wrong.push(...compareBytes(before, await hashEveryByte(databases), `handling everything again (${round})`));
  }
  return wrong;
}
