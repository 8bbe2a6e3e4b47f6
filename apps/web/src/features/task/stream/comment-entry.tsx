"use client";

import type { Comment } from "@kanban/domain/entities";
import { limits } from "@kanban/domain/limits";
import { Pencil, Trash2 } from "lucide-react";
import { useRef } from "react";
import { Avatar } from "../../../components/ui/avatar.tsx";
import { Button } from "../../../components/ui/button.tsx";
import { IconButton } from "../../../components/ui/icon-button.tsx";
import { showToast } from "../../../components/ui/toast.tsx";
import { DraftNote } from "../../drafts/draft-note.tsx";
import { useEditDraft } from "../../drafts/use-edit-draft.ts";
import { undoMutations } from "../../undo/undo.ts";
import { agoWords } from "../moment-words.ts";
import { Markdown } from "../notes/markdown.tsx";
import { useTaskPanel } from "../task-panel-context.tsx";
import { CommentField } from "./comment-field.tsx";
import { streamStrings } from "./stream.strings.ts";

/** One comment: who, when, what; its author rewords it in place, author or owner deletes it. */
export function CommentEntry({ comment, now }: { comment: Comment; now: Date }) {
  const { boardId, view, task, canEdit, mutate } = useTaskPanel();
  const entry = useRef<HTMLElement>(null);
  const name = (comment.authorId && view.members[comment.authorId]?.name) || streamStrings.someone;
  const isOwn = canEdit && comment.authorId === view.userId;
  const { draft, isRestored, edit, settle } = useEditDraft(`comment/${comment.id}`, comment.body, isOwn);
  const mayRemove = isOwn || view.role === "owner";

  const leave = () => {
    settle();
    requestAnimationFrame(() => entry.current?.querySelector("button")?.focus());
  };
  const save = () => {
    const body = draft?.trim() ?? "";
    if (body.length > limits.comment || body === "") return;
    if (!mutate("comment.update", { taskId: task.id, commentId: comment.id, body }).refused) leave();
  };
  const remove = () => {
    const { mutationId, refused } = mutate("comment.remove", { taskId: task.id, commentId: comment.id });
    if (refused) return;
    entry.current?.closest<HTMLElement>("[role=dialog]")?.focus();
    const bringBack = () => void undoMutations(mutate, boardId, [mutationId]);
    showToast(streamStrings.removed, { actions: [{ label: streamStrings.undo, run: bringBack }] });
  };

  return (
    <article
      ref={entry}
      aria-label={streamStrings.commentBy(name)}
      className="group grid grid-cols-[24px_minmax(0,1fr)] gap-x-2.5"
    >
      <Avatar id={comment.authorId ?? ""} name={name} size={24} labelled={false} />
      <div className="grid gap-1">
        <div className="flex min-h-6 items-center gap-1.5 text-xs text-ink-3 touch:min-h-11">
          <span className="min-w-0 truncate text-sm font-strong text-ink">{name}</span>
          <time dateTime={comment.createdAt} title={new Date(comment.createdAt).toLocaleString()} className="shrink-0">
            {agoWords(comment.createdAt, now)}
          </time>
          {comment.editedAt && (
            <span className="shrink-0" title={streamStrings.editedAt(new Date(comment.editedAt).toLocaleString())}>
              · {streamStrings.edited}
            </span>
          )}
          {draft === null && (isOwn || mayRemove) && (
            <span className="ml-auto flex shrink-0 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 touch:opacity-100">
              {isOwn && (
                <IconButton label={streamStrings.edit} onClick={() => edit(comment.body)}>
                  <Pencil size={13} aria-hidden />
                </IconButton>
              )}
              <IconButton label={streamStrings.remove} onClick={remove}>
                <Trash2 size={13} aria-hidden />
              </IconButton>
            </span>
          )}
        </div>
        {draft === null ? (
          <Markdown text={comment.body} />
        ) : (
          <CommentField
            label={streamStrings.editing}
            value={draft}
            autoFocus={!isRestored}
            onChange={edit}
            onSend={save}
            onLeave={leave}
          >
            {isRestored && <DraftNote onDiscard={leave} />}
            <div className="flex justify-end gap-2">
              <Button tone="quiet" keys="Esc" onClick={leave}>
                {streamStrings.cancel}
              </Button>
              <Button tone="primary" keys={streamStrings.sendKeys} disabled={draft.trim() === ""} onClick={save}>
                {streamStrings.save}
              </Button>
            </div>
          </CommentField>
        )}
      </div>
    </article>
  );
}
