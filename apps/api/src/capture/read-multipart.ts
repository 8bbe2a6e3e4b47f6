import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { Busboy } from "@fastify/busboy";
import type { CapturedFile } from "@kanban/api/capture/capture-task";
import { limits } from "@kanban/domain/limits";
import { refuse } from "@kanban/domain/refusal";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import { drainedBytes } from "../files/drain.ts";
import { storeBytes } from "../files/store-bytes.ts";

/** A form that breaks a rule; which one, in words for its sender. */
export class BadForm extends Error {
  override name = "BadForm";
}

/** As many as a capture has, and a few. */
const fieldsPerForm = 20;

/**
 * Reads a form as it comes: fields into memory, files into the storage one after the other. All files together may be
 * as large as one file of the instance.
 */
export async function readMultipart(
  bytes: AsyncIterable<Uint8Array>,
  { contentType, storage, maxBytes }: { contentType: string; storage: Pick<FileStorage, "put">; maxBytes: number },
): Promise<{ fields: Record<string, string>; files: CapturedFile[] }> {
  // Without a prototype: a field may have any name.
  const fields: Record<string, string> = Object.create(null);
  const files: Promise<CapturedFile | null>[] = [];
  const streams: Readable[] = [];
  let left = maxBytes;
  const form = openForm(contentType);
  const fail = (error: unknown) => form.destroy(error instanceof Error ? error : new Error("A form could not be read"));
  for (const event of ["partsLimit", "filesLimit", "fieldsLimit"] as const)
    form.on(event, () => fail(new BadForm("The form has too many parts")));
  form.on("field", (name, value, isNameCut, isCut) => {
    if (isNameCut || isCut) fail(new BadForm("A field of the form is too large"));
    else if (name in fields) fail(new BadForm("A field of the form is there twice"));
    else fields[name] = value;
  });
  form.on("file", (_field, stream, name) => {
    streams.push(stream);
    // Heard by nobody once its file is stored or refused: that alone would end the process.
    stream.on("error", () => {});
    const tooLarge = () => refuse("FILE_TOO_LARGE", { limit: maxBytes });
    const counted = async function* () {
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        left -= chunk.byteLength;
        if (left < 0) tooLarge();
        yield chunk;
      }
    };
    const stored = storeBytes(storage, counted(), { maxBytes, tooLarge }).then((file) =>
      // A form whose file field was left empty sends it all the same.
      file.size === 0 && !name ? null : { ...file, name: name || "file" },
    );
    // Its failure is the form's: whoever sends is told at once.
    stored.catch(fail);
    files.push(stored);
  });
  try {
    await feed(form, bytes);
  } catch (error) {
    for (const stream of streams) stream.destroy(new Error("The form broke off", { cause: error }));
    await Promise.allSettled(files);
    throw isOfParser(error) ? new BadForm("The form is not whole") : error;
  }
  return { fields, files: (await Promise.all(files)).filter((file) => file !== null) };
}

/** Writes what comes into the form until that has seen enough; the rest is read to the end, so that an answer is heard. */
async function feed(form: Writable, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const state = { isOver: false };
  const over = finished(form).finally(() => (state.isOver = true));
  over.catch(() => {});
  try {
    let drained = 0;
    for await (const chunk of bytes) {
      if (state.isOver) drained += chunk.byteLength;
      else if (!form.write(chunk)) await Promise.race([once(form, "drain"), over]).catch(() => {});
      if (drained > drainedBytes) break;
    }
    form.end();
  } catch (error) {
    form.destroy(error instanceof Error ? error : new Error("The sender went away"));
  }
  await over;
}

function openForm(contentType: string) {
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      limits: {
        ...{ fieldNameSize: 100, fieldSize: limits.capturedBytes + 1, fields: fieldsPerForm },
        ...{ files: limits.capturedFiles, parts: fieldsPerForm + limits.capturedFiles, headerPairs: 20 },
      },
    });
  } catch {
    throw new BadForm("The form has no boundary");
  }
}

/** The parser throws plain errors, such as "Unexpected end of multipart data". */
function isOfParser(error: unknown): boolean {
  return error instanceof Error && error.constructor === Error && /multipart|header|boundary|part/i.test(error.message);
}
