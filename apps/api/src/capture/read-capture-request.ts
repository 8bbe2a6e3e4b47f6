import type { TextDecoder as Decoder } from "node:util";
import type { CapturedFile } from "@kanban/api/capture/capture-task";
import type { FileLimits } from "@kanban/api/attachment/create-attachment";
import { limits } from "@kanban/domain/limits";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import { limitSilence } from "../files/idle-limit.ts";
import { readBody } from "../http/read-body.ts";
import { captureFields, type CaptureFields } from "./capture-fields.ts";
import { BadForm, readMultipart } from "./read-multipart.ts";

export type CaptureRequest =
  | { outcome: "read"; fields: CaptureFields; files: CapturedFile[] }
  | { outcome: "too-large" }
  | { outcome: "wrong-type" }
  | { outcome: "bad"; message: string };

/** A megabyte of text may be two of JSON, where every quote and line is written with two signs. */
const jsonBytes = 2 * limits.capturedBytes + 64 * 1024;

/** What a request captures: JSON, plain text, or a form with files, whose bytes are stored on the way. */
export async function readCaptureRequest(
  request: Request,
  { storage, fileLimits }: { storage: FileStorage; fileLimits: FileLimits },
): Promise<CaptureRequest> {
  const contentType = request.headers.get("content-type") ?? "";
  const [type] = contentType.toLowerCase().split(";", 1);
  switch (type?.trim()) {
    case "application/json": {
      const body = await readBody(request, jsonBytes);
      if (body === "too-large") return { outcome: body };
      const json = parseJson(body);
      return json === undefined ? { outcome: "bad", message: "The body is not JSON" } : fromFields(json, []);
    }
    case "text/plain": {
      const decoder = decoderOf(contentType);
      if (!decoder) return { outcome: "wrong-type" };
      const text = await readBody(request, limits.capturedBytes, decoder);
      return text === "too-large" ? { outcome: text } : fromFields({ text }, []);
    }
    case "multipart/form-data":
      return fromForm(request, contentType, { storage, maxBytes: fileLimits.bytesPerFile });
    default:
      return { outcome: "wrong-type" };
  }
}

async function fromForm(
  request: Request,
  contentType: string,
  options: { storage: FileStorage; maxBytes: number },
): Promise<CaptureRequest> {
  if (!request.body) return { outcome: "bad", message: "The form is not whole" };
  // Beside its files a form has one text, and little else.
  const most = options.maxBytes + limits.capturedBytes + 64 * 1024;
  if (Number(request.headers.get("content-length") ?? 0) > most) return { outcome: "too-large" };
  try {
    const { fields, files } = await readMultipart(limitSilence(request.body), { contentType, ...options });
    // A form cannot leave a field out as easily as send it empty.
    const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
    return fromFields(filled, files);
  } catch (error) {
    if (error instanceof BadForm) return { outcome: "bad", message: error.message };
    throw error;
  }
}

/** Programs of long ago write in charsets of long ago; `null` for one nobody knows. */
function decoderOf(contentType: string): Decoder | null {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/iu.exec(contentType)?.[1];
  try {
    return new TextDecoder(charset);
  } catch {
    return null;
  }
}

function fromFields(fields: unknown, files: CapturedFile[]): CaptureRequest {
  const parsed = captureFields.safeParse(fields);
  if (parsed.success) return { outcome: "read", fields: parsed.data, files };
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join(".");
  return { outcome: "bad", message: [where, issue?.message].filter(Boolean).join(": ").slice(0, 300) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
