// Longer than most: the way of one task, from its steps to its events, is read best in one piece.
import { changeItems } from "@kanban/domain/apply-checklist-change";
import type { Change, Imported } from "@kanban/domain/change";
import { changedFields } from "@kanban/domain/changed-fields";
import type { Column } from "@kanban/domain/entities";
import type { FlowFields } from "@kanban/domain/flow";
import type { ColumnId, UserId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import type { Rank } from "@kanban/domain/rank";
import { deterministicId } from "@kanban/messaging/deterministic-id";
import type { TaskState, TimedChange } from "./board-state.ts";
import type { OldTaskEvent } from "./old-tables.ts";
import { type ChecklistAct, planChecklist } from "./plan-checklist.ts";
import { fieldsOf, newTask } from "./task-of.ts";
import { type Step, stepsOfTask } from "./task-steps.ts";
import type { WantedTask } from "./wanted.ts";

export type TaskPlan = { changes: TimedChange[]; task: TaskState };

type Asked = {
  wanted: WantedTask;
  /** Its rank at the end; in the archive none is needed. */
  rank: Rank;
  /** As it is now; `null` for a task that is new here, which gets `number`. */
  current: TaskState | null;
  number: number;
  boardId: string;
  /** Its old events that have not been taken over, oldest first. */
  events: readonly OldTaskEvent[];
  columns: ReadonlyMap<ColumnId, Column>;
  leavingColumnIds: ReadonlySet<string>;
  archiveColumnIds: ReadonlySet<string>;
};

/** Brings a task to where the old rows say it is, by way of what its old events tell; no changes when it is there. */
export function planTask(asked: Asked): TaskPlan {
  const { wanted, rank, current, columns } = asked;
  const kindOf = (id: string) => columns.get(id as ColumnId)?.kind ?? null;
  const isHere = current !== null && current.deletedAt === null;
  const steps = stepsOfTask({
    ...{ wanted, kindOf, events: asked.events, boardId: asked.boardId },
    ...{ archiveColumnIds: asked.archiveColumnIds, leavingColumnIds: asked.leavingColumnIds },
    place: isHere ? { columnId: current.card.columnId, isArchived: current.archivedAt !== null } : null,
    isFinishRight: isHere && current.card.finishedAt === wanted.finishedAt,
    isEntryRight: isHere && (current.archivedAt ?? current.card.enteredColumnAt) === wanted.enteredColumnAt,
  });
  const way = createWay(asked, steps);
  const checklist = planChecklist(current?.checklist ?? [], wanted);
  for (const act of inOrder(steps, checklist)) {
    if ("plan" in act) way.changeChecklist(act);
    else way.take(act);
  }
  if (current) way.setFields();
  if (isHere && !wanted.place.isArchived) way.setRank(rank);
  return { changes: way.changes, task: way.task };
}

/** By time, each step behind those before it: a task begins with its creation, whatever the clocks said. */
function inOrder(steps: readonly Step[], checklist: readonly ChecklistAct[]): (Step | ChecklistAct)[] {
  let latest = "";
  const timed: { key: Instant; act: Step | ChecklistAct }[] = [];
  for (const act of steps) {
    if (act.at > latest) latest = act.at;
    timed.push({ key: latest, act });
  }
  const begin = timed[0]?.key ?? "";
  for (const act of checklist) timed.push({ key: act.at > begin ? act.at : begin, act });
  return timed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ act }) => act);
}

const flowOf = ({ startedAt, finishedAt, enteredColumnAt, contextIds, waitingFor }: FlowFields): FlowFields => {
  return { startedAt, finishedAt, enteredColumnAt, contextIds, waitingFor };
};

/** A task on its way: every step becomes a change of it and an event. */
function createWay({ wanted, rank, current, number, columns }: Asked, steps: readonly Step[]) {
  let task: TaskState = current ?? newTask(wanted, rank, number);
  const changes: TimedChange[] = [];
  const lastPlacing = steps.findLast((step) => step.do === "create" || step.do === "place");
  const lastArchiving = steps.findLast((step) => step.do === "archive");
  const push = (at: Instant, id: string | null, change: Change, next: Partial<TaskState> & Pick<TaskState, "card">) => {
    task = { ...task, ...next };
    const userId: UserId = wanted.ownerId;
    changes.push({ at, id: id ?? deterministicId(wanted.id, `version ${task.card.version}`), userId, change });
  };
  const next = () => task.card.version + 1;
  const kindOf = (id: ColumnId) => columns.get(id)!.kind;
  const told = (event: { imported: Imported } | null) => (event ? { imported: event.imported } : {});
  /** At the last of its stations the old row knows better than the event when it came there. */
  const flowAt = (columnId: ColumnId, at: Instant, isLast: boolean): FlowFields => ({
    startedAt: task.card.startedAt,
    finishedAt: isLast ? wanted.finishedAt : kindOf(columnId) === "done" ? at : null,
    enteredColumnAt: isLast && !wanted.place.isArchived ? wanted.enteredColumnAt : at,
    ...{ contextIds: wanted.contextIds, waitingFor: wanted.waitingFor },
  });

  const take = (step: Step) => {
    const { at } = step;
    const id = step.event?.id ?? null;
    switch (step.do) {
      case "create": {
        const isBack = current !== null;
        const flow = flowAt(step.columnId, at, step === lastPlacing);
        const card = { ...task.card, ...flow, columnId: step.columnId, rank, version: isBack ? next() : 1 };
        const kind = kindOf(step.columnId);
        const { notes } = task;
        const payload = { card, kind, notes, overrodeWip: null, ...told(step.event) };
        const change: Change = isBack
          ? { type: "task.restored", payload: { ...payload, taskId: card.id, version: card.version, from: "trash" } }
          : { type: "task.created", payload };
        return push(at, id, change, { card, archivedAt: null, deletedAt: null });
      }
      case "place": {
        const after = flowAt(step.columnId, at, step === lastPlacing);
        const version = next();
        const kind = kindOf(step.columnId);
        const card = { ...task.card, ...after, columnId: step.columnId, rank, version };
        if (task.archivedAt !== null) {
          const payload = { taskId: card.id, version, card, kind, notes: task.notes, overrodeWip: null };
          const change: Change = {
            type: "task.restored",
            payload: { ...payload, from: "archive", ...told(step.event) },
          };
          return push(at, id, change, { card, archivedAt: null });
        }
        const { columnId, rank: from } = task.card;
        const payload = {
          ...{ taskId: card.id, version, overrodeWip: null, before: flowOf(task.card), after },
          from: { columnId, kind: kindOf(columnId), rank: from },
          to: { columnId: step.columnId, kind, rank },
          ...told(step.event),
        };
        return push(at, id, { type: "task.moved", payload }, { card });
      }
      case "archive": {
        const archivedAt = step === lastArchiving && wanted.place.isArchived ? wanted.enteredColumnAt : at;
        const version = next();
        const payload = { taskId: task.card.id, version, card: task.card, archivedAt, ...told(step.event) };
        return push(at, id, { type: "task.archived", payload }, { card: { ...task.card, version }, archivedAt });
      }
      case "note": {
        const version = next();
        const payload = { taskId: task.card.id, version, before: {}, after: {}, ...told(step.event) };
        return push(at, id, { type: "task.updated", payload }, { card: { ...task.card, version } });
      }
    }
  };

  return {
    changes,
    get task() {
      return task;
    },
    take,
    /** What somebody has edited since it was taken over. */
    setFields() {
      const [card, { notes }] = [fieldsOf(wanted), wanted];
      const changed = changedFields({ ...fieldsOf(task.card), notes: task.notes }, { ...card, notes });
      if (!changed) return;
      const version = next();
      const payload = { taskId: task.card.id, version, ...changed };
      const hasNewNotes = changed.after.notes !== undefined;
      push(
        wanted.updatedAt,
        null,
        { type: "task.updated", payload },
        {
          card: { ...task.card, ...card, hasNotes: notes !== "", version },
          ...(hasNewNotes && { notes, notesVersion: version }),
          ...((hasNewNotes || changed.after.title !== undefined) && { textVersion: version }),
        },
      );
    },
    /** Its place in a column where others have come or gone. */
    setRank(wantedRank: Rank) {
      if (task.card.rank === wantedRank) return;
      const { columnId } = task.card;
      const [before, version] = [flowOf(task.card), next()];
      const place = { columnId, kind: kindOf(columnId) };
      const payload = {
        ...{ taskId: task.card.id, version, overrodeWip: null, before, after: before },
        ...{ from: { ...place, rank: task.card.rank }, to: { ...place, rank: wantedRank } },
      };
      push(
        wanted.updatedAt,
        null,
        { type: "task.moved", payload },
        { card: { ...task.card, rank: wantedRank, version } },
      );
    },
    changeChecklist({ at, plan }: ChecklistAct) {
      const change = plan(task.card);
      const checklist = changeItems(task.checklist, change);
      const checklistDone = checklist.filter(({ isDone }) => isDone).length;
      const { version } = change.payload;
      push(at, null, change, {
        card: { ...task.card, version, checklistTotal: checklist.length, checklistDone },
        checklist,
      });
    },
  };
}
