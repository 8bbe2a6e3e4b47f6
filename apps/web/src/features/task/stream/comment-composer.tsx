"use client";

import { limits } from "@kanban/domain/limits";
import type { CommentId } from "@kanban/domain/ids";
import { Button } from "../../../components/ui/button.tsx";
import { newId } from "../../../sync/new-id.ts";
import { useDraft } from "../../drafts/use-draft.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { CommentField } from "./comment-field.tsx";
import { streamStrings } from "./stream.strings.ts";

/** Says something about the task. What is begun is kept in this browser until it is sent. */
export function CommentComposer() {
  const { task, mutate } = useTaskPanel();
  const { text, setText } = useDraft(`task/${task.id}/comment`);
  const body = text.trim();

  const send = () => {
    if (body === "" || body.length > limits.comment) return;
    if (!mutate("comment.create", { taskId: task.id, commentId: newId<CommentId>(), body }).refused) setText("");
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <CommentField
        label={streamStrings.write}
        value={text}
        onChange={setText}
        onSend={send}
        onLeave={() => document.activeElement?.closest<HTMLElement>("[role=dialog]")?.focus()}
      >
        {text !== "" && (
          <div className="flex justify-end">
            <Button type="submit" tone="primary" keys={streamStrings.sendKeys} disabled={body.length > limits.comment}>
              {streamStrings.send}
            </Button>
          </div>
        )}
      </CommentField>
    </form>
  );
}
