"use client";

import type { BoardView } from "@kanban/domain/board-view";
import type { TaskCard, TaskDetail } from "@kanban/domain/entities";
import type { BoardId, HintId } from "@kanban/domain/ids";
import { useEffect, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { useConnection } from "../../sync/use-connection.ts";
import { useMutate } from "../../sync/use-mutate.ts";
import { matcherOf } from "../board/filter/matcher-of.ts";
import { readQuery } from "../board/filter/query-in-address.ts";
import { useTaskDetail } from "../../sync/use-task-detail.ts";
import { AgeBox } from "./age-box.tsx";
import { Checklist } from "./checklist/checklist.tsx";
import { duplicateTask } from "./duplicate-task.ts";
import { Fields, type OpenField } from "./fields/fields.tsx";
import { Files } from "./files/files.tsx";
import { useNotesFiles } from "./files/use-notes-files.ts";
import { neighboursOf } from "./find-task.ts";
import { HintProgress } from "./hints/hint-progress.tsx";
import { HintList, proposedHints } from "./hints/hint-list.tsx";
import { useFoldNotice } from "./hints/use-fold-notice.ts";
import { leaveTask } from "./leave-task.ts";
import { MakeItemDialog } from "./make-item-dialog.tsx";
import { Notes } from "./notes/notes.tsx";
import { PanelHead } from "./panel-head.tsx";
import { TaskLinks } from "./links/task-links.tsx";
import { Stream } from "./stream/stream.tsx";
import { betterTaskPath, replaceTaskAt, taskPath } from "./task-location.ts";
import { TaskPanelProvider } from "./task-panel-context.tsx";
import { TaskPanelLayout } from "./task-panel-layout.tsx";
import { TaskBodySkeleton } from "./task-panel-skeleton.tsx";
import { TaskTitle } from "./task-title.tsx";
import { taskStrings } from "./task.strings.ts";
import { useTaskShortcuts } from "./use-task-shortcuts.ts";

/** A task that is on the board, with its keys. */
export function OpenTask({
  boardId,
  view,
  task,
  close,
}: {
  boardId: BoardId;
  view: BoardView;
  task: TaskCard;
  close: () => void;
}) {
  const mutate = useMutate(boardId);
  const { state } = useConnection();
  const { detail, status, retry } = useTaskDetail(boardId, task.id);
  const [openField, setOpenField] = useState<OpenField>(null);
  // The filter cannot change under an open panel.
  const [query] = useState(readQuery);
  const [isMakingItem, setMakingItem] = useState(false);
  const canEdit = view.role !== "viewer";
  const { previous, next } = neighboursOf(view, task.id, query === "" ? undefined : matcherOf(view, query));
  const hints = proposedHints(detail);
  const [editing, setEditing] = useState<HintId | null>(null);
  useFoldNotice(view, mutate);

  useEffect(() => {
    const path = betterTaskPath(location.pathname, boardId, task);
    if (path) replaceTaskAt(path + location.search);
  }, [boardId, task]);

  const show = (other: TaskCard | null) => {
    if (other) replaceTaskAt(taskPath(boardId, other) + location.search);
  };
  const leave = (way: "task.archive" | "task.remove") => {
    if (leaveTask(mutate, boardId, task, way)) close();
  };

  const duplicate = () => {
    const openCopy = (id: TaskCard["id"]) => replaceTaskAt(taskPath(boardId, { id, number: 0 }) + location.search);
    if (detail) duplicateTask(mutate, task, detail, openCopy);
  };

  useTaskShortcuts(
    { view, task, mutate, canEdit },
    {
      onNext: () => show(next),
      onPrevious: () => show(previous),
      onLeave: leave,
      onField: setOpenField,
      hints,
      onEditHint: setEditing,
    },
  );

  const isFailed =
    !detail && (status === "error" || status === "missing" || (status === "loading" && state === "offline"));
  const body = (
    <>
      <PanelHead
        onNext={next && (() => show(next))}
        onPrevious={previous && (() => show(previous))}
        onDuplicate={duplicate}
        onMakeItem={() => setMakingItem(true)}
        onArchive={() => leave("task.archive")}
        onTrash={() => leave("task.remove")}
      />
      <TaskTitle />
      {!canEdit && <p className="text-sm text-ink-3">{taskStrings.panel.readOnly}</p>}
      <HintProgress boardId={boardId} taskId={task.id} />
      {detail && (
        <HintList
          hints={hints}
          place={{ view, task, notes: detail.notes }}
          canEdit={canEdit}
          mutate={mutate}
          editing={editing}
          onEdit={setEditing}
        />
      )}
      {detail && <NotesWithFiles detail={detail} />}
      {detail && <Checklist detail={detail} />}
      {detail && <Files detail={detail} />}
      <TaskLinks />
      {detail && <Stream detail={detail} />}
      {!detail && !isFailed && <TaskBodySkeleton />}
      {isFailed && (
        <EmptyState
          role="alert"
          title={taskStrings.panel.failedTitle}
          text={state === "offline" ? taskStrings.panel.offlineText : taskStrings.panel.failedText}
          action={<Button onClick={retry}>{taskStrings.panel.retry}</Button>}
        />
      )}
    </>
  );
  const side = (
    <>
      <Fields
        dueHint={hints.find((hint) => hint.value.kind === "due-date")}
        openField={openField}
        onOpenField={setOpenField}
      />
      <AgeBox />
    </>
  );
  return (
    <TaskPanelProvider value={{ boardId, view, task, canEdit, mutate, close }}>
      <TaskPanelLayout taskId={task.id} body={body} side={side} />
      {isMakingItem && <MakeItemDialog onClose={() => setMakingItem(false)} />}
    </TaskPanelProvider>
  );
}

function NotesWithFiles({ detail }: { detail: TaskDetail }) {
  return <Notes detail={detail} onPasteFiles={useNotesFiles()} />;
}
