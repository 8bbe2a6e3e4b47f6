import { hash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Chat, ChatAnswer } from "./chat.ts";

/**
 * Takes answers from a folder, where they lie under the SHA-256 of their question, and keeps there what had to be asked:
 * real answers can be looked at, kept with a test, and given again.
 */
export function recordedChat(folder: string, chat: Chat): Chat {
  return async (request, signal) => {
    const file = path.join(folder, `${hash("sha256", JSON.stringify(request))}.json`);
    const kept = await readFile(file, "utf8").catch(() => null);
    if (kept !== null) return (JSON.parse(kept) as { answer: ChatAnswer }).answer;
    const answer = await chat(request, signal);
    await mkdir(folder, { recursive: true });
    await writeFile(file, `${JSON.stringify({ request, answer }, null, 2)}\n`);
    return answer;
  };
}
