import { uuidV7 } from "@kanban/domain/uuid-v7";
import { lostSharePath, shareFields, sharedPath } from "../src/features/capture/shared/share-path.ts";
import { keepShared } from "../src/features/capture/shared/shared-things.ts";

/** Keeps what another app shares and shows it in the capture form: works without a network, and before signing in. */
export async function takeShare(request: Request): Promise<Response> {
  try {
    const form = await request.formData();
    const field = (name: string) => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    const files = form.getAll(shareFields.files).filter((value): value is File => typeof value !== "string");
    const now = Date.now();
    const id = uuidV7(now, crypto.getRandomValues(new Uint8Array(10)));
    await keepShared({
      ...{ id, at: new Date(now).toISOString() },
      title: field(shareFields.title),
      text: field(shareFields.text),
      url: field(shareFields.url),
      // An app that shares words may send an empty file with them.
      files: files.filter(({ size, name }) => size > 0 || name !== ""),
    });
    return Response.redirect(sharedPath(id), 303);
  } catch {
    return Response.redirect(lostSharePath, 303);
  }
}
