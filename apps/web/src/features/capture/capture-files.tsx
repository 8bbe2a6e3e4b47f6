"use client";

import { X } from "lucide-react";
import { useCallback } from "react";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { FileGlyph } from "../task/files/file-glyph.tsx";
import { fileSize } from "../task/files/file-size.ts";
import { captureStrings as strings } from "./capture.strings.ts";
import type { DraftFile } from "./draft-files.ts";

/** The files that will come with the thought: pictures as pictures. */
export function CaptureFiles({
  files,
  onRemove,
}: {
  files: readonly DraftFile[];
  onRemove: (file: DraftFile) => void;
}) {
  if (files.length === 0) return null;
  return (
    <ul aria-label={strings.files} className="flex max-h-40 flex-wrap gap-2 overflow-y-auto">
      {files.map((file, index) => (
        <li
          key={index}
          className="flex min-w-0 items-center gap-2 rounded-m border border-line bg-surface py-1 pr-1 pl-1 touch:min-h-11"
        >
          <span className="grid size-9 shrink-0 place-items-center overflow-hidden rounded-s bg-sunken text-ink-3">
            {file.file.type.startsWith("image/") ? <Picture file={file.file} /> : <FileGlyph type={file.file.type} />}
          </span>
          <span className="grid min-w-0">
            <span className="max-w-40 truncate text-xs text-ink" title={file.name}>
              {file.name}
            </span>
            <span className="font-mono text-2xs text-ink-3">{fileSize(file.file.size)}</span>
          </span>
          <IconButton label={strings.removeFile(file.name)} className="touch:size-11" onClick={() => onRemove(file)}>
            <X size={13} aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

/** An image that is still on this device; one no browser can show leaves its square empty. */
function Picture({ file }: { file: Blob }) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const address = URL.createObjectURL(file);
      image.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [file],
  );
  return <img ref={show} alt="" className="size-full object-cover" />;
}
