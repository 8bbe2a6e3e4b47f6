import { parentPort } from "node:worker_threads";
import { type MediaType, parsePage } from "./parse-page.ts";

parentPort?.on("message", (page: { bytes: Uint8Array; mediaType: MediaType }) => void answer(page));
parentPort?.postMessage("ready");

async function answer({ bytes, mediaType }: { bytes: Uint8Array; mediaType: MediaType }): Promise<void> {
  parentPort?.postMessage(await parsePage(bytes, mediaType));
}
