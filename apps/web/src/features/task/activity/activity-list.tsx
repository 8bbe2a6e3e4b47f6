"use client";

import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "../../../components/ui/skeleton.tsx";
import { useTrpcClient } from "../../../trpc/provider.tsx";
import { useSignedInUser } from "../../auth/signed-in.tsx";
import { agoWords } from "../moment-words.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { activityLines } from "./activity-words.ts";
import { activityStrings } from "./activity.strings.ts";

/** What happened to the task, the latest first. */
export function ActivityList() {
  const { boardId, view, task } = useTaskPanel();
  const user = useSignedInUser();
  const client = useTrpcClient();
  const activity = useQuery({
    // Every change of the task makes the list old.
    queryKey: ["task-activity", boardId, task.id, task.version],
    queryFn: () => client.task.activity.query({ boardId, taskId: task.id }),
    // A task the server has not numbered yet has no history there.
    enabled: task.number > 0,
    placeholderData: (before) => before,
  });
  const now = new Date();
  const lines = activityLines(activity.data ?? [], view.columns, user?.id);
  return (
    <section
      aria-label={activityStrings.label}
      aria-busy={activity.isLoading}
      className="grid gap-2 text-xs text-ink-3"
    >
      {activity.isLoading && (
        <>
          <Skeleton className="h-3 w-36" />
          <Skeleton className="h-3 w-28" />
        </>
      )}
      {activity.isError && !activity.data && (
        <p>
          {activityStrings.failed}{" "}
          <button type="button" className="rounded-s font-strong text-accent" onClick={() => void activity.refetch()}>
            {activityStrings.retry}
          </button>
        </p>
      )}
      {lines.length > 0 && (
        <ul className="grid gap-2">
          {lines.map((line) => (
            <li key={line.id} className="text-pretty">
              {line.text}
              {line.count > 1 && ` ${activityStrings.times(line.count)}`}
              {line.by && ` ${activityStrings.by(line.by)}`},{" "}
              <time dateTime={line.at} title={new Date(line.at).toLocaleString()}>
                {agoWords(line.at, now)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
