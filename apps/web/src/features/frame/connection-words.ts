import type { Connection } from "../../sync/sync-engine-types.ts";
import { frameStrings } from "./frame.strings.ts";

export type ConnectionWords = { text: string; tone: "ok" | "warn" | "danger" };

/** The connection in words and a tone; never claims to be live while changes wait for an answer. */
export function connectionWords({ state, queued }: Connection): ConnectionWords {
  const withQueue = (text: string) => (queued > 0 ? `${text}, ${frameStrings.queued(queued)}` : text);
  switch (state) {
    case "live":
      return queued > 0 ? { text: frameStrings.saving(queued), tone: "ok" } : { text: frameStrings.live, tone: "ok" };
    case "idle":
      return queued > 0 ? { text: frameStrings.saving(queued), tone: "warn" } : { text: frameStrings.idle, tone: "ok" };
    case "reconnecting":
      return { text: withQueue(frameStrings.reconnecting), tone: "warn" };
    case "offline":
      return { text: withQueue(frameStrings.offline), tone: "danger" };
  }
}
