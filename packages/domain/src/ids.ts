import { z } from "zod";

/** Ids are UUIDs (new ones version 7, so that they sort by creation), branded by the schema that parses them. */
export const userIdSchema = z.uuid().brand<"UserId">();
export type UserId = z.infer<typeof userIdSchema>;

export const boardIdSchema = z.uuid().brand<"BoardId">();
export type BoardId = z.infer<typeof boardIdSchema>;

export const columnIdSchema = z.uuid().brand<"ColumnId">();
export type ColumnId = z.infer<typeof columnIdSchema>;

export const taskIdSchema = z.uuid().brand<"TaskId">();
export type TaskId = z.infer<typeof taskIdSchema>;

export const checklistItemIdSchema = z.uuid().brand<"ChecklistItemId">();
export type ChecklistItemId = z.infer<typeof checklistItemIdSchema>;

export const tagIdSchema = z.uuid().brand<"TagId">();
export type TagId = z.infer<typeof tagIdSchema>;

export const contextIdSchema = z.uuid().brand<"ContextId">();
export type ContextId = z.infer<typeof contextIdSchema>;

export const projectIdSchema = z.uuid().brand<"ProjectId">();
export type ProjectId = z.infer<typeof projectIdSchema>;

export const hintIdSchema = z.uuid().brand<"HintId">();
export type HintId = z.infer<typeof hintIdSchema>;

/** Chosen by whoever asks for a change; the same id asked twice has one effect and one answer. */
export const mutationIdSchema = z.uuid().brand<"MutationId">();
export type MutationId = z.infer<typeof mutationIdSchema>;
