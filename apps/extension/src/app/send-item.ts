import type { Item } from "../queue/item.ts";
import { type Outcome, outcomeOf } from "../queue/outcome.ts";
import type { Connection } from "../storage/cells.ts";
import { askApp } from "./ask-app.ts";

/** Sends one capture to the app it is connected with. */
export async function sendItem({ address, token }: Connection, { id, capture }: Item): Promise<Outcome> {
  const json = { ...capture, source: "extension" };
  const answer = await askApp(new URL("/api/capture", address), { token, key: id, json });
  return answer ? outcomeOf(answer) : { state: "later", retryAfterSeconds: null };
}
