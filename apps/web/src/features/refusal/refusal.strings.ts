import type { SyncRefusal } from "../../sync/refusals.ts";

type Details = SyncRefusal["details"];
const or = (value: string | number | null | undefined, otherwise: string) =>
  value === null || value === undefined ? otherwise : String(value);

const megabytes = (bytes: string | number) => `${Math.round(Number(bytes) / 1024 / 1024)} MB`;

/** One sentence per refusal, for people: what happened and, where there is one, the way out. */
export const refusalStrings = {
  BOARD_NOT_FOUND: () => "This board is gone, or it is no longer shared with you.",
  COLUMN_NOT_FOUND: () => "That column is not on this board any more.",
  NO_INBOX: () => "There is no inbox to capture into. Give a board a column of that kind first.",
  NOTHING_TO_CAPTURE: () => "There is nothing in that to capture.",
  NOT_IN_INBOX: () => "That item has left the inbox meanwhile: it has been decided about already.",
  TASK_NOT_FOUND: () => "That task is not on this board any more.",
  CHECKLIST_ITEM_NOT_FOUND: () => "That checklist item has been removed meanwhile.",
  TAG_NOT_FOUND: () => "That tag has been removed meanwhile.",
  CONTEXT_NOT_FOUND: () => "That context has been removed meanwhile.",
  PROJECT_NOT_FOUND: () => "That project has been removed meanwhile.",
  MEMBER_NOT_FOUND: () => "That person is not on this board any more.",
  HINT_NOT_FOUND: () => "That hint is gone.",
  COMMENT_NOT_FOUND: () => "That comment has been removed meanwhile.",
  VIEW_NOT_FOUND: () => "That view has been removed meanwhile.",
  TASK_LINK_NOT_FOUND: () => "That link has been removed meanwhile.",
  AUTHOR_ONLY: () => "Only whoever wrote that comment can do that.",
  LINK_TO_ITSELF: () => "A task cannot be linked to itself.",
  LINK_EXISTS: () => "These two tasks are linked like that already.",
  LINK_CIRCLE: () => "That would be a circle: the task would in the end wait for itself.",
  TASK_HOLDS_MORE: (details: Details) =>
    `“${or(details["task"], "That task")}” has ${details["holds"] === "checklist" ? "a checklist" : or(details["holds"], "more")}, which a checklist item cannot hold.`,
  ATTACHMENT_NOT_FOUND: () => "That file has been removed meanwhile.",
  TOKEN_NOT_FOUND: () => "That token has been revoked already.",
  MAILBOX_NOT_FOUND: () => "That mailbox has been removed meanwhile.",
  MAIL_NOT_FOUND: () => "That mail has been decided about already.",
  MAIL_OFF: () => "This server has no key to keep passwords of mailboxes with. Whoever runs it can set MAILBOX_KEY.",
  PASSWORD_NEEDED: () => "Another server or user needs the password again.",
  PAIRING_NOT_FOUND: () => "No device shows that code any more. Begin again on the device.",
  TOO_MANY_ATTEMPTS: () => "Too many tries. Wait a minute, then try again.",
  TOO_MANY_CAPTURES: () => "Too many captures at once. Try again in a minute.",
  FILE_TOO_LARGE: (details: Details) =>
    `That file is too large${details["limit"] ? `: ${megabytes(details["limit"])} fit` : ""}.`,
  BOARD_FILES_FULL: (details: Details) =>
    `This board's files are full${details["limit"] ? `: ${megabytes(details["limit"])}` : ""}. Removed files make room after 30 days.`,
  TOO_MANY_UPLOADS: () => "Too many uploads at once. Try again in a minute.",
  NO_PREVIEW: () => "Only an image with a preview can be the cover.",
  READ_ONLY: () => "You can look at this board but not change it.",
  OWNER_ONLY: () => "Only the board's owner can do that.",
  WIP_LIMIT_REACHED: (details: Details) =>
    `${or(details["column"], "That column")} is full${details["wipLimit"] ? `: ${or(details["openTasks"], String(details["wipLimit"]))} of ${details["wipLimit"]}` : ""}. Finish or move one first.`,
  WIP_REASON_REQUIRED: (details: Details) =>
    `${or(details["column"], "That column")} is full. Say why this one may pass the limit.`,
  NEIGHBOURS_MOVED: () => "The tasks around that place have moved. Drop it again.",
  COLUMN_NOT_EMPTY: () => "That column still holds tasks. Move or archive them first.",
  COLUMN_KIND_MISSING: (details: Details) =>
    `This board has no “${or(details["kind"], "fitting")}” column to put that in. Add one, or choose another answer.`,
  LAST_COLUMN: () => "A board keeps at least one column.",
  TEXT_CONFLICT: () => "Someone changed these notes while you were writing. Open the task to choose.",
  NAME_TAKEN: (details: Details) => `${details["name"] ? `“${details["name"]}”` : "That name"} is taken already.`,
  ID_TAKEN: () => "That already exists.",
  LIMIT_REACHED: (details: Details) =>
    `That is as many as fit${details["limit"] ? `: ${details["limit"]}` : ""}. Remove one first.`,
  HINT_ALREADY_DECIDED: () => "That hint has been decided already.",
  HINT_OUTDATED: () => "The task's text has changed since that hint was made.",
  UNDO_CONFLICT: (details: Details) =>
    `${or(details["who"], "Someone")} has changed ${details["name"] ? `“${details["name"]}”` : "the same thing"} since, so that is not undone.`,
  NOTHING_TO_UNDO: () => "There is nothing left of that to undo.",
  NOT_SET_ASIDE: () => "That is not set aside any more: somebody has decided about it already.",
  MUTATION_ID_REUSED: () => "That change was asked for twice in different ways, so it was not made.",
  NOT_ACCEPTED: () => "That is not something this board can hold.",
} as const satisfies Record<SyncRefusal["code"], (details: Details) => string>;

export const refusalActionStrings = { retry: "Retry", makeRoom: "Make room…", discard: "Discard" } as const;
