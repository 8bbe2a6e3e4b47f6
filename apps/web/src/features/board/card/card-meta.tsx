import { Ban, Check, ChevronsUp, MessageSquare, Paperclip, Sparkle } from "lucide-react";
import type { TaskCard } from "@kanban/domain/entities";
import { openBlockers } from "@kanban/domain/task-links";
import { numberWhilePending } from "@kanban/domain/plan-task-create";
import { strings } from "../board.strings.ts";
import { useBoardPart } from "../state/screen.tsx";
import { CardFaces } from "./card-faces.tsx";
import { CardLabels } from "./card-labels.tsx";
import { DueBadge } from "./due-badge.tsx";
import { MetaItem } from "./meta-item.tsx";
import { WaitingNote } from "./waiting-note.tsx";

/** The second line of a card: what changes a decision, in ink that steps back behind the title. */
export function CardMeta({ task, isDone }: { task: TaskCard; isDone: boolean }) {
  const key = useBoardPart((view) => view.board.key);
  const blockers = useBoardPart((view) => (isDone ? 0 : openBlockers(view, task.id)));
  const { checklistDone: done, checklistTotal: total, hintCount, attachmentCount, estimateMinutes } = task;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs font-title text-ink-3">
      {task.number !== numberWhilePending && (
        <span className="font-mono text-2xs font-medium">{`${key}-${task.number}`}</span>
      )}
      {task.priority === "high" && !isDone && (
        <MetaItem
          icon={<ChevronsUp size={13} aria-hidden />}
          label={strings.card.highPriority}
          className="text-ink-2"
        />
      )}
      {blockers > 0 && (
        <MetaItem icon={<Ban size={12} aria-hidden />} label={strings.card.blockedBy(blockers)} className="text-warn">
          {strings.card.blocked(blockers)}
        </MetaItem>
      )}
      {task.waitingFor && !isDone && <WaitingNote waitingFor={task.waitingFor} />}
      {total > 0 && (
        <MetaItem icon={<Check size={12} aria-hidden />} label={strings.card.checklist(done, total)}>
          {`${done}/${total}`}
        </MetaItem>
      )}
      {attachmentCount > 0 && (
        <MetaItem icon={<Paperclip size={12} aria-hidden />} label={strings.card.files(attachmentCount)}>
          {String(attachmentCount)}
        </MetaItem>
      )}
      {task.dueAt && <DueBadge dueAt={task.dueAt} isDone={isDone} />}
      {hintCount > 0 && (
        <MetaItem
          icon={<Sparkle size={12} aria-hidden />}
          label={strings.card.hints(hintCount)}
          className="font-strong text-hint"
        >
          {String(hintCount)}
        </MetaItem>
      )}
      {task.commentCount > 0 && (
        <MetaItem icon={<MessageSquare size={12} aria-hidden />} label={strings.card.comments(task.commentCount)}>
          {String(task.commentCount)}
        </MetaItem>
      )}
      <CardLabels task={task} />
      {estimateMinutes !== null && (
        <MetaItem label={strings.card.estimated(strings.card.estimate(estimateMinutes))}>
          {strings.card.estimate(estimateMinutes)}
        </MetaItem>
      )}
      <CardFaces userIds={task.assigneeIds} />
    </div>
  );
}
