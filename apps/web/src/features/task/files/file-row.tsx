"use client";

import type { Attachment } from "@kanban/domain/entities";
import { Download, Ellipsis, ImageOff, Pencil, RectangleHorizontal, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { iconButtonClass } from "../../../components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../../components/ui/menu.tsx";
import { useTaskPanel } from "../task-panel-context.tsx";
import { attachmentPath } from "./attachment-path.ts";
import { FileNameField } from "./file-name-field.tsx";
import { fileKind, fileSize } from "./file-size.ts";
import { FileThumb } from "./file-thumb.tsx";
import { filesStrings } from "./files.strings.ts";
import { howToShow } from "./how-to-show.ts";

/** One file: its picture and name open it, its menu does the rest. */
export function FileRow({
  file,
  onShow,
  onRename,
  onCover,
  onRemove,
}: {
  file: Attachment;
  onShow: () => void;
  onRename: (name: string) => void;
  onCover: (isCover: boolean) => void;
  onRemove: () => void;
}) {
  const { boardId, task, canEdit } = useTaskPanel();
  const [isRenaming, setIsRenaming] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const place = { boardId, taskId: task.id, id: file.id };
  const path = attachmentPath(place);
  const isCover = task.cover?.attachmentId === file.id;
  const strings = filesStrings;
  return (
    <li
      ref={row}
      data-file-id={file.id}
      className="group/file -mx-2 flex items-center gap-2.5 rounded-m px-2 py-1 hover:bg-[color-mix(in_oklab,var(--ink)_4%,transparent)]"
    >
      <FileThumb place={place} file={file} />
      <div className="grid min-w-0 flex-1">
        {isRenaming ? (
          <FileNameField
            name={file.name}
            onDone={(name) => {
              setIsRenaming(false);
              // Where the name is again, and not to the top of the page.
              requestAnimationFrame(() => row.current?.querySelector<HTMLElement>("a, button")?.focus());
              if (name !== null) onRename(name);
            }}
          />
        ) : (
          <OpenFile file={file} path={path} onShow={onShow} />
        )}
        <p className="truncate text-xs text-ink-3">
          {fileKind(file.type)} · {fileSize(file.size)}
          {isCover && <> · {strings.isCover}</>}
          {file.preview === "pending" && <> · {strings.previewMaking}</>}
        </p>
      </div>
      <Menu
        align="end"
        label={strings.more(file.name)}
        trigger={
          <button type="button" aria-label={strings.more(file.name)} className={iconButtonClass("touch:size-11")}>
            <Ellipsis size={14} aria-hidden />
          </button>
        }
      >
        <MenuItem icon={<Download size={14} aria-hidden />} onSelect={() => download(path, file.name)}>
          {strings.download}
        </MenuItem>
        {canEdit && (
          <>
            <MenuItem icon={<Pencil size={14} aria-hidden />} onSelect={() => setIsRenaming(true)}>
              {strings.rename}
            </MenuItem>
            {file.preview === "ready" && (
              <MenuItem
                icon={isCover ? <ImageOff size={14} aria-hidden /> : <RectangleHorizontal size={14} aria-hidden />}
                onSelect={() => onCover(!isCover)}
              >
                {isCover ? strings.removeCover : strings.setCover}
              </MenuItem>
            )}
            <MenuSeparator />
            <MenuItem icon={<Trash2 size={14} aria-hidden />} tone="danger" onSelect={onRemove}>
              {strings.remove}
            </MenuItem>
          </>
        )}
      </Menu>
    </li>
  );
}

const nameClass = "min-w-0 truncate rounded-s text-left text-md text-ink hover:underline touch:py-1.5";

function OpenFile({ file, path, onShow }: { file: Attachment; path: string; onShow: () => void }) {
  const how = howToShow(file);
  if (how === "tab")
    return (
      <a
        href={path}
        target="_blank"
        rel="noopener"
        title={file.name}
        aria-label={filesStrings.opensInTab(file.name)}
        className={nameClass}
      >
        {file.name}
      </a>
    );
  if (how === "save")
    return (
      <a href={path} download={file.name} title={file.name} className={nameClass}>
        {file.name}
      </a>
    );
  return (
    <button
      type="button"
      title={file.name}
      aria-label={filesStrings.open(file.name)}
      onClick={onShow}
      className={nameClass}
    >
      {file.name}
    </button>
  );
}

function download(path: string, name: string): void {
  const link = Object.assign(document.createElement("a"), { href: path, download: name });
  link.click();
}
