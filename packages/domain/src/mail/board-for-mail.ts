import type { BoardId } from "../ids.ts";
import type { ReceivedMail } from "./received-mail.ts";

/** Where the mail of a mailbox goes. */
export type MailBoards = {
  boardId: BoardId | null;
  /** By what follows the plus: `tasks+home@example.com`. */
  addresses: readonly { tag: string; boardId: BoardId }[];
  folders: readonly { path: string; boardId: BoardId | null }[];
};

/** What follows the plus of an address, in small letters; `null` without one. */
export function plusTag(address: string): string | null {
  return /^[^@+]*\+([^@]+)@[^@]+$/.exec(address.toLowerCase())?.[1] ?? null;
}

/** The board of a mail: its plus-address says it, else its folder, else its mailbox; `null` leaves it to the person. */
export function boardForMail(
  { boardId, addresses, folders }: MailBoards,
  { to, folder }: Pick<ReceivedMail, "to" | "folder">,
): BoardId | null {
  for (const address of to) {
    const tag = plusTag(address);
    const named = addresses.find((entry) => entry.tag === tag);
    if (named) return named.boardId;
  }
  return folders.find(({ path }) => path === folder)?.boardId ?? boardId;
}
