"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { Attachment } from "@kanban/domain/entities";
import { ChevronLeft, ChevronRight, Download, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { iconButtonClass, IconButton } from "../../../components/ui/icon-button.tsx";
import { useTaskPanel } from "../task-panel-context.tsx";
import { attachmentPath } from "./attachment-path.ts";
import { FileText } from "./file-text.tsx";
import { fileKind, fileSize } from "./file-size.ts";
import { filesStrings } from "./files.strings.ts";
import { howToShow } from "./how-to-show.ts";

/** A file over its task: an image with its neighbours by arrow keys, or text. */
export function FileViewer({
  file,
  files,
  onShow,
}: {
  file: Attachment;
  files: readonly Attachment[];
  onShow: (file: Attachment | null) => void;
}) {
  const { boardId, task } = useTaskPanel();
  const popup = useRef<HTMLDivElement>(null);
  const path = attachmentPath({ boardId, taskId: task.id, id: file.id });
  const strings = filesStrings.lightbox;
  const isImage = howToShow(file) === "image";
  const images = files.filter((other) => howToShow(other) === "image");
  const index = images.findIndex(({ id }) => id === file.id);
  const [previous, next] = isImage ? [images[index - 1], images[index + 1]] : [];
  const handleKeyDown = (event: KeyboardEvent) => {
    const other = event.key === "ArrowLeft" ? previous : event.key === "ArrowRight" ? next : undefined;
    // The panel below has keys of its own.
    event.stopPropagation();
    if (!other) return;
    event.preventDefault();
    onShow(other);
  };
  return (
    <Base.Root open onOpenChange={(open) => !open && onShow(null)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil motion-safe:animate-[veil-in_var(--medium)_var(--ease)]" />
        <Base.Popup
          ref={popup}
          initialFocus={popup}
          onKeyDown={handleKeyDown}
          className="fixed inset-[4vh_4vw] z-40 grid grid-rows-[auto_minmax(0,1fr)] overflow-hidden rounded-l border border-line bg-raised shadow-3 outline-none motion-safe:animate-[layer-in_var(--medium)_var(--ease)] max-sm:inset-0 max-sm:rounded-none max-sm:border-0 max-sm:pt-[env(safe-area-inset-top)]"
        >
          <div className="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
            <Base.Title className="min-w-0 truncate text-md font-bold">{file.name}</Base.Title>
            <span className="shrink-0 text-xs text-ink-3 max-sm:hidden">
              {fileKind(file.type)} · {fileSize(file.size)}
            </span>
            <div className="ml-auto flex shrink-0 gap-0.5">
              {images.length > 1 && isImage && (
                <>
                  <Step label={strings.previous} keys="←" to={previous} onShow={onShow}>
                    <ChevronLeft size={16} aria-hidden />
                  </Step>
                  <Step label={strings.next} keys="→" to={next} onShow={onShow}>
                    <ChevronRight size={16} aria-hidden />
                  </Step>
                </>
              )}
              <a
                href={path}
                download={file.name}
                aria-label={strings.download}
                title={strings.download}
                className={iconButtonClass("touch:size-11")}
              >
                <Download size={15} aria-hidden />
              </a>
              <Base.Close aria-label={strings.close} className={iconButtonClass("touch:size-11")}>
                <X size={15} aria-hidden />
              </Base.Close>
            </div>
          </div>
          {isImage ? (
            <div className="grid min-h-0 place-items-center bg-sunken p-3">
              <img
                key={file.id}
                src={path}
                alt={file.name}
                {...(file.width && file.height ? { width: file.width, height: file.height } : {})}
                className="h-auto max-h-full w-auto max-w-full rounded-s object-contain"
              />
            </div>
          ) : (
            <FileText key={file.id} path={path} />
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function Step({
  label,
  keys,
  to,
  onShow,
  children,
}: {
  label: string;
  keys: string;
  to: Attachment | undefined;
  onShow: (file: Attachment) => void;
  children: ReactNode;
}) {
  return (
    <IconButton
      label={label}
      keys={keys}
      disabled={!to}
      onClick={to ? () => onShow(to) : undefined}
      className="touch:size-11"
    >
      {children}
    </IconButton>
  );
}
