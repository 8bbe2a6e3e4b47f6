import { z } from "zod";

/** In lower case, as PostgreSQL prints it: an id compares as text wherever it came from. */
const uuid = () => z.uuid().toLowerCase();

/** Ids are UUIDs (new ones version 7, so that they sort by creation), branded by the schema that parses them. */
export const userIdSchema = uuid().brand<"UserId">();
export type UserId = z.infer<typeof userIdSchema>;

export const boardIdSchema = uuid().brand<"BoardId">();
export type BoardId = z.infer<typeof boardIdSchema>;

export const columnIdSchema = uuid().brand<"ColumnId">();
export type ColumnId = z.infer<typeof columnIdSchema>;

export const taskIdSchema = uuid().brand<"TaskId">();
export type TaskId = z.infer<typeof taskIdSchema>;

export const checklistItemIdSchema = uuid().brand<"ChecklistItemId">();
export type ChecklistItemId = z.infer<typeof checklistItemIdSchema>;

export const tagIdSchema = uuid().brand<"TagId">();
export type TagId = z.infer<typeof tagIdSchema>;

export const contextIdSchema = uuid().brand<"ContextId">();
export type ContextId = z.infer<typeof contextIdSchema>;

export const projectIdSchema = uuid().brand<"ProjectId">();
export type ProjectId = z.infer<typeof projectIdSchema>;

export const attachmentIdSchema = uuid().brand<"AttachmentId">();
export type AttachmentId = z.infer<typeof attachmentIdSchema>;

export const hintIdSchema = uuid().brand<"HintId">();
export type HintId = z.infer<typeof hintIdSchema>;

export const commentIdSchema = uuid().brand<"CommentId">();
export type CommentId = z.infer<typeof commentIdSchema>;

export const taskLinkIdSchema = uuid().brand<"TaskLinkId">();
export type TaskLinkId = z.infer<typeof taskLinkIdSchema>;

export const savedViewIdSchema = uuid().brand<"SavedViewId">();
export type SavedViewId = z.infer<typeof savedViewIdSchema>;

/** Where mail comes from. */
export const mailboxIdSchema = uuid().brand<"MailboxId">();
export type MailboxId = z.infer<typeof mailboxIdSchema>;

/** Chosen by whoever asks for a change; the same id asked twice has one effect and one answer. */
export const mutationIdSchema = uuid().brand<"MutationId">();
export type MutationId = z.infer<typeof mutationIdSchema>;
