import { z } from "zod/mini";
import { pairingSchema } from "../pairing/pairing.ts";
import { cell } from "./cell.ts";

export const boardSchema = z.object({ id: z.string(), name: z.string() });
export type Board = z.infer<typeof boardSchema>;

const connectionSchema = z.object({
  /** The app's origin. */
  address: z.string(),
  token: z.string(),
  /** The app has said that the token does not hold any more. */
  isRevoked: z.boolean(),
});
export type Connection = z.infer<typeof connectionSchema>;

/** The app this browser captures for. */
export const connectionCell = cell("connection", connectionSchema);
/** What the app said last of the boards it takes captures for; the first is the usual one. */
export const boardsCell = cell("boards", z.array(boardSchema));
/** The board chosen last; none: the usual one. */
export const boardIdCell = cell("boardId", z.string());
/** A connection that is being made. */
export const pairingCell = cell("pairing", pairingSchema);
/** How often in a row the queue could not be sent. */
export const failuresCell = cell("failures", z.number());

const draftSchema = z.object({ url: z.string(), note: z.string() });
/** What was typed about a page and not saved. It lives as long as the browser runs. */
export const draftCell = cell("draft", draftSchema, () => chrome.storage.session);
