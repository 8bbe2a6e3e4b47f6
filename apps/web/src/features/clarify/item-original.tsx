"use client";

import type { Attachment } from "@kanban/domain/entities";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { ExternalLink, Paperclip } from "lucide-react";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { lazyPart } from "../../lazy/lazy-part.tsx";
import type { DetailState } from "../../sync/sync-engine-types.ts";
import { attachmentPath, previewPath } from "../task/files/attachment-path.ts";
import { clarifyStrings } from "./clarify.strings.ts";
import { linkOf } from "./link-of.ts";

const Markdown = lazyPart(() => import("../task/notes/markdown.tsx").then((module) => module.Markdown), {
  isFirst: true,
});

/** What an item came with: its text, the page it leads to, its pictures and files. */
export function ItemOriginal({ entry: { view, task }, state }: { entry: ListedTask; state: DetailState }) {
  const { detail, status } = state;
  if (!detail) {
    if (!task.hasNotes && task.attachmentCount === 0) return null;
    if (status === "loading")
      return (
        <div role="status" aria-label={clarifyStrings.bodiesComing} className="grid gap-2">
          <Skeleton className="h-4 w-4/5" />
          <Skeleton className="h-4 w-3/5" />
        </div>
      );
    return <p className="text-sm text-ink-2">{clarifyStrings.bodiesMissing}</p>;
  }
  const files = detail.attachments.filter(({ removedAt }) => removedAt === null);
  const link = linkOf(task.title, detail);
  return (
    <>
      {link && (
        <a
          href={link.url}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="inline-flex max-w-full items-center gap-1.5 justify-self-start text-sm text-accent underline decoration-[color-mix(in_oklab,var(--accent)_40%,transparent)] underline-offset-2 hover:decoration-accent touch:min-h-11"
        >
          <ExternalLink size={14} aria-hidden className="shrink-0" />
          <span className="truncate">{link.name}</span>
        </a>
      )}
      {detail.notes !== "" && (
        <div
          role="region"
          tabIndex={0}
          aria-label={clarifyStrings.original}
          className="max-h-[34vh] overflow-y-auto max-sm:max-h-none border-l-[3px] border-line-strong pl-3.5"
        >
          <Markdown text={detail.notes} />
        </div>
      )}
      {files.length > 0 && (
        <ul aria-label={clarifyStrings.files} className="flex flex-wrap gap-2">
          {files.map((file) => (
            <li key={file.id}>
              <FileLink place={{ boardId: view.board.id, taskId: task.id, id: file.id }} file={file} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function FileLink({ place, file }: { place: Parameters<typeof attachmentPath>[0]; file: Attachment }) {
  const isPicture = file.preview === "ready";
  return (
    <a
      href={attachmentPath(place)}
      target="_blank"
      rel="noopener"
      aria-label={clarifyStrings.openFile(file.name)}
      className={
        isPicture
          ? "block overflow-hidden rounded-m border border-line"
          : "inline-flex h-7 items-center gap-1.5 rounded-m border border-line-strong bg-surface px-2 text-sm touch:h-11"
      }
    >
      {isPicture ? (
        <img src={previewPath(place)} alt={file.name} loading="lazy" className="h-28 max-w-full object-cover" />
      ) : (
        <>
          <Paperclip size={14} aria-hidden className="shrink-0 text-ink-3" />
          <span className="max-w-48 truncate">{file.name}</span>
        </>
      )}
    </a>
  );
}
