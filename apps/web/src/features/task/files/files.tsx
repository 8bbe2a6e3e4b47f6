"use client";

import type { Attachment, TaskDetail } from "@kanban/domain/entities";
import { Camera, Paperclip } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { showToast } from "../../../components/ui/toast.tsx";
import { lazyPart } from "../../../lazy/lazy-part.tsx";
import { undoMutations } from "../../undo/undo.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { FileRow } from "./file-row.tsx";
import { filesStrings } from "./files.strings.ts";
import { problemText } from "./problem-text.ts";
import { takeFiles } from "./take-files.ts";
import type { Upload } from "./upload.ts";
import { UploadRow } from "./upload-row.tsx";
import { useUploadQueue, useUploads } from "./use-uploads.ts";

const FileViewer = lazyPart(() => import("./file-viewer.tsx").then((module) => module.FileViewer));

/** The files of a task: those on it, those on their way, and the ways to add more. */
export function Files({ detail }: { detail: TaskDetail }) {
  const { boardId, task, canEdit, mutate } = useTaskPanel();
  const queue = useUploadQueue();
  const [shown, setShown] = useState<Attachment | null>(null);
  const section = useRef<HTMLElement>(null);
  const strings = filesStrings;
  const files = detail.attachments.filter(({ removedAt }) => removedAt === null);
  const here = new Set(detail.attachments.map(({ id }) => id));
  const all = useUploads(task.id);
  const uploads = all.filter(({ id }) => !here.has(id));

  const add = (list: FileList | null) => {
    if (list && list.length > 0) queue?.add(boardId, task.id, takeFiles(list));
  };
  const remove = (file: Attachment) => {
    const { mutationId, refused } = mutate("attachment.remove", { taskId: task.id, attachmentId: file.id });
    if (refused) return;
    section.current?.querySelector<HTMLElement>("h3")?.focus();
    const bringBack = () => void undoMutations(mutate, boardId, [mutationId]);
    showToast(strings.removed(file.name), { actions: [{ label: strings.undo, run: bringBack }] });
  };

  if (!canEdit && files.length === 0) return null;
  return (
    <section ref={section} aria-labelledby="task-files" className="grid gap-1">
      <h3 id="task-files" tabIndex={-1} className="flex items-center gap-2 text-sm font-bold outline-none">
        {strings.label}
        {files.length > 0 && (
          <span className="font-mono text-2xs font-medium text-ink-3">
            <span aria-hidden>{files.length}</span>
            <span className="sr-only">{strings.count(files.length)}</span>
          </span>
        )}
      </h3>
      {files.length + uploads.length > 0 && (
        <ul aria-label={strings.list} className="grid">
          {files.map((file) => (
            <FileRow
              key={file.id}
              file={file}
              onShow={() => setShown(file)}
              onRename={(name) => mutate("attachment.rename", { taskId: task.id, attachmentId: file.id, name })}
              onCover={(isCover) =>
                mutate("attachment.setCover", { taskId: task.id, attachmentId: isCover ? file.id : null })
              }
              onRemove={() => remove(file)}
            />
          ))}
          {uploads.map((upload) => (
            <UploadRow
              key={upload.id}
              upload={upload}
              onRetry={() => queue?.retry(upload.id)}
              onDiscard={() => queue?.discard(upload.id)}
            />
          ))}
        </ul>
      )}
      {canEdit && <AddFiles onAdd={add} />}
      <UploadNews uploads={all} />
      {shown && <FileViewer file={shown} files={files} onShow={setShown} />}
    </section>
  );
}

function AddFiles({ onAdd }: { onAdd: (list: FileList | null) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const strings = filesStrings;
  const take = (input: HTMLInputElement) => {
    onAdd(input.files);
    // The same file may be chosen again.
    input.value = "";
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        data-files-picker
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={(event) => take(event.currentTarget)}
      />
      <Button tone="quiet" onClick={() => picker.current?.click()} className="-ml-2.5 touch:h-11">
        <Paperclip size={14} aria-hidden />
        {strings.add}
      </Button>
      <Button tone="quiet" onClick={() => camera.current?.click()} className="touch:h-11 mouse:hidden">
        <Camera size={14} aria-hidden />
        {strings.takePhoto}
      </Button>
      <span className="text-xs text-ink-3 touch:hidden">{strings.dropHint}</span>
    </div>
  );
}

/** Says to readers what became of an upload. */
function UploadNews({ uploads }: { uploads: readonly Upload[] }) {
  const latest = uploads.findLast(({ state }) => state === "sent" || state === "failed");
  const said =
    latest?.state === "sent"
      ? filesStrings.done(latest.name)
      : latest?.problem
        ? filesStrings.failed(latest.name, problemText(latest.problem))
        : "";
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}
