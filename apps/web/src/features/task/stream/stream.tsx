"use client";

import type { TaskDetail } from "@kanban/domain/entities";
import { linksOfTask } from "@kanban/domain/task-links";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { classNames } from "../../../components/ui/class-names.ts";
import { Skeleton } from "../../../components/ui/skeleton.tsx";
import { useTrpcClient } from "../../../trpc/provider.tsx";
import { useSignedInUser } from "../../auth/signed-in.tsx";
import { activityLines } from "../activity/activity-words.ts";
import { activityStrings } from "../activity/activity.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { ActivityEntry } from "./activity-entry.tsx";
import { CommentComposer } from "./comment-composer.tsx";
import { CommentEntry } from "./comment-entry.tsx";
import { streamEntries, type StreamFilter } from "./stream-entries.ts";
import { streamStrings } from "./stream.strings.ts";

const filters: readonly StreamFilter[] = ["all", "comments", "activity"];

/** What was said about the task and what happened to it, the latest first, so that news never moves what is typed above. */
export function Stream({ detail }: { detail: TaskDetail }) {
  const { boardId, view, task, canEdit } = useTaskPanel();
  const [filter, setFilter] = useState<StreamFilter>("all");
  const user = useSignedInUser();
  const client = useTrpcClient();
  const links = linksOfTask(view, task.id);
  const linkCount = links.blockedBy.length + links.blocks.length + links.relatesTo.length;
  const activity = useQuery({
    // Every change of the task makes the list old.
    queryKey: ["task-activity", boardId, task.id, task.version, task.commentCount, linkCount],
    queryFn: () => client.task.activity.query({ boardId, taskId: task.id }),
    // A task the server has not numbered yet has no history there.
    enabled: task.number > 0,
    placeholderData: (before) => before,
  });
  const now = new Date();
  const lines = activityLines(activity.data ?? [], view.columns, user?.id);
  const entries = streamEntries(detail.comments, lines, filter);
  return (
    <section aria-labelledby="task-stream" aria-busy={activity.isLoading} className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id="task-stream" className="text-sm font-bold">
          {streamStrings.heading}
        </h3>
        <div role="group" aria-label={streamStrings.filter} className="flex rounded-m bg-sunken p-0.5">
          {filters.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === filter}
              onClick={() => setFilter(each)}
              className={classNames(
                "min-h-6 rounded-s px-2 text-xs font-medium touch:min-h-11 touch:px-3",
                each === filter ? "bg-surface text-ink shadow-1 forced-colors:outline" : "text-ink-3 hover:text-ink",
              )}
            >
              {streamStrings.filters[each]}
            </button>
          ))}
        </div>
      </div>
      {canEdit && <CommentComposer />}
      {activity.isLoading && filter !== "comments" && <Skeleton className="h-3 w-36" />}
      {activity.isError && !activity.data && filter !== "comments" && (
        <p className="text-xs text-ink-3">
          {activityStrings.failed}{" "}
          <button
            type="button"
            className="rounded-s font-strong text-accent touch:min-h-11"
            onClick={() => void activity.refetch()}
          >
            {activityStrings.retry}
          </button>
        </p>
      )}
      {filter === "comments" && entries.length === 0 && (
        <p className="text-xs text-ink-3">{streamStrings.noComments}</p>
      )}
      {entries.length > 0 && (
        <ul className="grid gap-3" aria-label={streamStrings.label}>
          {entries.map((entry) => (
            <li key={entry.id}>
              {entry.kind === "comment" ? (
                <CommentEntry comment={entry.comment} now={now} />
              ) : (
                <ActivityEntry line={entry.line} now={now} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
