import type { Connection } from "../storage/cells.ts";
import { askApp } from "./ask-app.ts";

/** Somebody looks at a button meanwhile. */
const withinMs = 5_000;

/** Ends this browser's token in the app; false when the app could not be told. One that holds no more is ended, too. */
export async function endToken({ address, token }: Connection): Promise<boolean> {
  const answer = await askApp(new URL("/api/capture/token", address), { token, method: "DELETE", withinMs });
  return answer?.status === 204 || answer?.status === 401;
}
