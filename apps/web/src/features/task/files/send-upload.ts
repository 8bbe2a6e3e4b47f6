import { refusalCodes, type RefusalCode } from "@kanban/domain/refusal";
import { z } from "zod";
import { attachmentPath } from "./attachment-path.ts";
import type { SendOutcome, SendUpload } from "./upload.ts";

const refusalSchema = z.object({
  error: z.object({
    refusal: z.object({
      code: z.enum(refusalCodes),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  }),
});

/** Sends a file over HTTP. By XMLHttpRequest, because `fetch` does not tell how far an upload is. */
export const sendUpload: SendUpload = (upload, file, { onProgress, signal }) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", attachmentPath(upload));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(upload.name));
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 1));
    request.addEventListener("load", () => resolve(outcomeOf(request.status, request.responseText)));
    request.addEventListener("error", () => resolve({ outcome: "failed", problem: { kind: "network" } }));
    request.addEventListener("abort", () => resolve({ outcome: "cancelled" }));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });

function outcomeOf(status: number, text: string): SendOutcome {
  if (status === 201) return { outcome: "sent" };
  if (status === 401) return { outcome: "failed", problem: { kind: "signed-out" } };
  const refusal = readRefusal(text);
  if (refusal) return { outcome: "failed", problem: { kind: "refused", ...refusal } };
  return { outcome: "failed", problem: { kind: "network" } };
}

function readRefusal(text: string): { code: RefusalCode; details: Record<string, string | number | null> } | null {
  try {
    return refusalSchema.parse(JSON.parse(text)).error.refusal;
  } catch {
    return null;
  }
}
