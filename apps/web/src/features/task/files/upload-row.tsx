"use client";

import { RotateCw, X } from "lucide-react";
import { Button } from "../../../components/ui/button.tsx";
import { IconButton } from "../../../components/ui/icon-button.tsx";
import { fileSize } from "./file-size.ts";
import { FileGlyph } from "./file-glyph.tsx";
import { filesStrings } from "./files.strings.ts";
import { problemText } from "./problem-text.ts";
import type { Upload } from "./upload.ts";

/** A file on its way: how far it is, why it waits or what went wrong, and the ways out. As high as a file that is there. */
export function UploadRow({
  upload,
  onRetry,
  onDiscard,
}: {
  upload: Upload;
  onRetry: () => void;
  onDiscard: () => void;
}) {
  const { name, state, progress, problem } = upload;
  const strings = filesStrings;
  const percent = Math.round(progress * 100);
  const isFailed = state === "failed";
  return (
    <li className="-mx-2 flex min-h-12 items-center gap-2.5 rounded-m px-2 py-1">
      <span className="grid size-10 shrink-0 place-items-center rounded-s border border-dashed border-line-strong text-ink-3">
        <FileGlyph type="" />
      </span>
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="truncate text-md text-ink-2" title={name}>
          {name}
        </p>
        {isFailed ? (
          <p className="text-xs text-danger">{problem && problemText(problem)}</p>
        ) : state === "sending" || state === "sent" ? (
          <div className="flex items-center gap-2">
            <span
              role="progressbar"
              aria-label={strings.uploading(name)}
              aria-valuenow={percent}
              aria-valuemin={0}
              aria-valuemax={100}
              className="h-1 flex-1 overflow-hidden rounded-full bg-line forced-colors:border"
            >
              <span
                className="block h-full rounded-full bg-accent transition-[width] duration-(--fast)"
                style={{ width: `${percent}%` }}
              />
            </span>
            <span aria-hidden className="font-mono text-2xs font-medium text-ink-3">
              {percent}% · {fileSize(upload.size)}
            </span>
          </div>
        ) : (
          <p className={upload.isKept || state === "queued" ? "text-xs text-ink-3" : "text-xs text-warn"}>
            {state === "queued" ? strings.queued : upload.isKept ? strings.waiting : strings.waitingUnkept}
          </p>
        )}
      </div>
      {isFailed && (
        <Button onClick={onRetry} aria-label={strings.retryOf(name)} className="touch:h-11">
          <RotateCw size={13} aria-hidden />
          {strings.retry}
        </Button>
      )}
      {state !== "sent" && (
        <IconButton
          label={isFailed ? strings.dismiss(name) : strings.cancel(name)}
          onClick={onDiscard}
          className="touch:size-11"
        >
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}
