import type { Attachment } from "@kanban/domain/entities";
import { type FilePlace, previewPath } from "./attachment-path.ts";
import { FileGlyph } from "./file-glyph.tsx";

/** The square at the left of a file: its small picture, or a sign of its kind. Takes the same room in every state. */
export function FileThumb({ place, file }: { place: FilePlace; file: Attachment }) {
  return (
    <span className="grid size-10 shrink-0 place-items-center overflow-hidden rounded-s border border-line bg-sunken text-ink-3">
      {file.preview === "ready" ? (
        <img
          src={previewPath(place)}
          alt=""
          width={40}
          height={40}
          loading="lazy"
          decoding="async"
          className="size-full object-cover"
        />
      ) : (
        <FileGlyph type={file.type} />
      )}
    </span>
  );
}
