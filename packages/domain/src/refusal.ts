/** Why an operation was refused: a closed list, translated once for each transport and once for people. */
export const refusalCodes = [
  "BOARD_NOT_FOUND",
  "COLUMN_NOT_FOUND",
  "NO_INBOX",
  "NOTHING_TO_CAPTURE",
  "NOT_IN_INBOX",
  "TASK_NOT_FOUND",
  "CHECKLIST_ITEM_NOT_FOUND",
  "TAG_NOT_FOUND",
  "CONTEXT_NOT_FOUND",
  "PROJECT_NOT_FOUND",
  "MEMBER_NOT_FOUND",
  "HINT_NOT_FOUND",
  "COMMENT_NOT_FOUND",
  "TASK_LINK_NOT_FOUND",
  "VIEW_NOT_FOUND",
  "AUTHOR_ONLY",
  "LINK_TO_ITSELF",
  "LINK_EXISTS",
  "LINK_CIRCLE",
  "TASK_HOLDS_MORE",
  "ATTACHMENT_NOT_FOUND",
  "TOKEN_NOT_FOUND",
  "PAIRING_NOT_FOUND",
  "MAILBOX_NOT_FOUND",
  "MAIL_NOT_FOUND",
  "MAIL_OFF",
  "PASSWORD_NEEDED",
  "TOO_MANY_ATTEMPTS",
  "TOO_MANY_CAPTURES",
  "READ_ONLY",
  "OWNER_ONLY",
  "WIP_LIMIT_REACHED",
  "WIP_REASON_REQUIRED",
  "NEIGHBOURS_MOVED",
  "COLUMN_NOT_EMPTY",
  "COLUMN_KIND_MISSING",
  "LAST_COLUMN",
  "TEXT_CONFLICT",
  "NAME_TAKEN",
  "ID_TAKEN",
  "LIMIT_REACHED",
  "FILE_TOO_LARGE",
  "BOARD_FILES_FULL",
  "TOO_MANY_UPLOADS",
  "NO_PREVIEW",
  "HINT_ALREADY_DECIDED",
  "HINT_OUTDATED",
  "UNDO_CONFLICT",
  "NOTHING_TO_UNDO",
  "NOT_SET_ASIDE",
  "MUTATION_ID_REUSED",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** A refused operation: the code, and facts for the sentence a person reads (never internals). */
export type Refusal = { code: RefusalCode; details: Record<string, string | number | null> };

/** Thrown by operations and planners; carries a {@link Refusal}. Anything else thrown is a defect. */
export class DomainError extends Error {
  override name = "DomainError";
  readonly code: RefusalCode;
  readonly details: Refusal["details"];
  constructor(code: RefusalCode, details: Refusal["details"] = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Throws a {@link DomainError}; an expression, so that it can stand after `??`. */
export function refuse(code: RefusalCode, details: Refusal["details"] = {}): never {
  throw new DomainError(code, details);
}
