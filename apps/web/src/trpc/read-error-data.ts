import { type RefusalCode, refusalCodes } from "@kanban/domain/refusal";
import type { SyncRefusal } from "../sync/refusals.ts";

export type ErrorData = {
  httpStatus: number;
  refusal: SyncRefusal | null;
  /** The first field an operation did not take. */
  issue: { path: string; message: string } | null;
};

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * What the API tells of a failed call, or `null` for anything it would not say: a proxy or a captive portal may answer in
 * its place. By hand, so that no schema has to be fetched before a board can be read.
 */
export function readErrorData(data: unknown): ErrorData | null {
  if (!isFields(data) || !Number.isInteger(data.httpStatus)) return null;
  const refusal = data.refusal === undefined ? null : readRefusal(data.refusal);
  if (data.refusal !== undefined && !refusal) return null;
  return { httpStatus: data.httpStatus as number, refusal, issue: readIssue(data.issues) };
}

function readRefusal(value: unknown): SyncRefusal | null {
  if (!isFields(value) || !isFields(value.details)) return null;
  const isKnown = refusalCodes.includes(value.code as RefusalCode);
  const facts = Object.values(value.details);
  if (!isKnown || facts.some((fact) => fact !== null && typeof fact !== "string" && typeof fact !== "number")) {
    return null;
  }
  return { code: value.code as RefusalCode, details: value.details as SyncRefusal["details"] };
}

function readIssue(issues: unknown): ErrorData["issue"] {
  const issue: unknown = Array.isArray(issues) ? issues[0] : null;
  return isFields(issue) && typeof issue.path === "string" && typeof issue.message === "string"
    ? { path: issue.path, message: issue.message }
    : null;
}
