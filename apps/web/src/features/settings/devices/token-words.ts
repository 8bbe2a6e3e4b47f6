import { agoShort } from "../../operations/age-words.ts";
import { devicesStrings as strings } from "./devices.strings.ts";
import type { ShownToken } from "./use-tokens.ts";

const dayMs = 86_400_000;
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });

/** Notes are a minute old at most: what was used within two was used now. */
function ago(at: string, now: Date): string {
  return now.getTime() - Date.parse(at) < 120_000 ? strings.justNow : agoShort(at, now.toISOString());
}

/** What is said below a token's name: where it captures, when it last did, when it ends. */
export function tokenWords(token: ShownToken, boardName: string | undefined, now: Date): string[] {
  const { boardId, createdAt, lastUsedAt, expiresAt } = token;
  const left = expiresAt === null ? null : Date.parse(expiresAt) - now.getTime();
  return [
    boardId === null ? strings.everyBoard : boardName ? strings.onBoard(boardName) : strings.goneBoard,
    strings.created(ago(createdAt, now)),
    lastUsedAt === null ? strings.neverUsed : strings.used(ago(lastUsedAt, now)),
    ...(left === null ? [] : [left > 0 ? strings.ends(day.format(new Date(expiresAt!))) : strings.ended]),
  ];
}

/** True when a token has ended, or will within a week. */
export function isEnding({ expiresAt }: Pick<ShownToken, "expiresAt">, now: Date): boolean {
  return expiresAt !== null && Date.parse(expiresAt) - now.getTime() < 7 * dayMs;
}
