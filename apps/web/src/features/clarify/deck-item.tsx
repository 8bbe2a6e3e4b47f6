"use client";

import type { OutcomeKind } from "@kanban/domain/clarify/clarify-outcome";
import { fieldsOfProposal, hintsBeside, proposalOf } from "@kanban/domain/clarify/clarify-proposal";
import { type ClarifyDraft, nextStep } from "@kanban/domain/clarify/clarify-tree";
import type { HintId } from "@kanban/domain/ids";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import type { Now } from "@kanban/domain/today/next-action";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { useTaskDetail } from "../../sync/use-task-detail.ts";
import { useFirstKey } from "../keyboard/use-first-key.ts";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import type { FullColumn } from "../lists/list-acts.ts";
import { hintWords } from "../task/hints/hint-words.ts";
import { applyAllHints, applyHint } from "../task/hints/apply-hint.ts";
import { HintList } from "../task/hints/hint-list.tsx";
import { HintProgress } from "../task/hints/hint-progress.tsx";
import { clarifyStrings } from "./clarify.strings.ts";
import { DeckStep } from "./deck-step.tsx";
import { HintChips } from "./hint-chips.tsx";
import { ItemHead } from "./item-head.tsx";
import { ItemOriginal } from "./item-original.tsx";
import { ItemTitle } from "./item-title.tsx";
import { MergeStep } from "./merge-step.tsx";
import { type NewLabel, notMade } from "./new-label.ts";
import { OutcomeButtons } from "./outcome-buttons.tsx";
import { useQuestions } from "./question-store.ts";
import { type OnDecided, useDecide } from "./use-decide.ts";
import { answered, begun, noWay, oneBack, type Way } from "./way.ts";

/**
 * On a phone the answers stay at the foot while the item scrolls behind them, unless the screen is too low for both (on its
 * side, or with a large text).
 */
const answersClass =
  "grid grid-cols-[minmax(0,1fr)] gap-4 max-sm:relative max-sm:mt-auto max-sm:-mx-2 max-sm:-mb-3 max-sm:bg-canvas max-sm:px-2 max-sm:pb-3 max-sm:[@media(min-height:34rem)]:sticky max-sm:-bottom-3 max-sm:z-10 " +
  "max-sm:before:pointer-events-none max-sm:before:absolute max-sm:before:inset-x-0 max-sm:before:bottom-full max-sm:before:h-4 max-sm:before:bg-linear-to-t max-sm:before:from-canvas max-sm:before:to-transparent";

/** One item, and the way to a decision about it. */
export function DeckItem({
  entry,
  now,
  onDecided,
  onAskRoom,
}: {
  entry: ListedTask;
  now: Now;
  onDecided: OnDecided;
  onAskRoom: (full: FullColumn) => void;
}) {
  const { view, task } = entry;
  const state = useTaskDetail(view.board.id, task.id);
  const { decide, merge, mutate } = useDecide(entry, onDecided, onAskRoom);
  const [way, setWay] = useState(noWay);
  const [isMerging, setMerging] = useState(false);
  const [off, setOff] = useState<ReadonlySet<HintId>>(new Set());
  const [typedLabels, setTypedLabels] = useState<NewLabel[]>([]);
  const [editing, setEditing] = useState<HintId | null>(null);
  const firstKey = useFirstKey();
  const item = useRef<HTMLParagraphElement>(null);
  const made = notMade(typedLabels, view);
  const hints = state.detail?.hints ?? [];
  const proposal = proposalOf(hints);
  const on = proposal.hints.filter(({ id }) => !off.has(id));
  const likely = on.length > 0 ? proposalOf(on).kind : null;
  const base = fieldsOfProposal(on, { ...task, notes: state.detail?.notes ?? "" }, now.at.toISOString());
  // What is edited gets a row to be edited in.
  const rows = [...hintsBeside(hints), ...proposal.hints.filter(({ id }) => id === editing)];
  const firstHint = rows[0] ?? on[0];
  const waiting = on.find(({ value }) => value.kind === "waiting")?.value;
  const proposed = waiting?.kind === "waiting" ? waiting : null;
  const hasTags = Object.keys(view.tags).length > 0;
  // Where there are no tags yet, none are asked for.
  const questions = useQuestions().asked.filter((question) => question !== "tags" || hasTags);
  const { draft } = way;
  const step = draft && nextStep(draft, questions);
  const isAsking = step === null && !isMerging;
  const duplicate = hints.find((hint) => hint.state === "proposed" && hint.value.kind === "duplicate")?.value;
  const twin = duplicate?.kind === "duplicate" ? view.tasks[duplicate.otherTaskId] : undefined;

  // The keys are the deck's again, and a reader begins at the item.
  useEffect(() => {
    if (isAsking) item.current?.focus({ preventScroll: true });
  }, [isAsking]);

  const goOn = (next: Way) => {
    if (!next.draft) return;
    if (nextStep(next.draft, questions) !== null) setWay(next);
    // The way is as it was: what is refused leaves the last question to be answered otherwise.
    else decide(next.draft, { hints: on, off: [...off], base, made });
  };
  const begin = (begunDraft: ClarifyDraft) => goOn(begun(way, begunDraft));
  const takeAll = (kind: OutcomeKind) => {
    const { contextIds = task.contextIds, tagIds = task.tagIds } = base;
    const { dueAt = task.dueAt, estimateMinutes = task.estimateMinutes } = base;
    const { who = "", followUpOn = null } = proposed ?? {};
    begin({ kind, contextIds, tagIds, dueAt, estimateMinutes, who, followUpOn });
  };
  const toggle = (id: HintId) => {
    const next = new Set(off);
    if (!next.delete(id)) next.add(id);
    setOff(next);
  };
  const handleTake = () => {
    // A button under the focus means itself.
    const isOnItem = document.activeElement === item.current || document.activeElement === document.body;
    if (!isAsking || !likely || !isOnItem) return false;
    takeAll(likely);
  };
  useShortcuts({
    "clarify-take": likely && isAsking ? handleTake : undefined,
    "clarify-merge": isAsking ? () => setMerging(true) : undefined,
    ...(isAsking &&
      firstHint && {
        "hint-apply": () => void applyHint(mutate, firstHint),
        "hint-apply-all": () => applyAllHints(mutate, [...rows, ...on]),
        "hint-edit": () => setEditing(firstHint.id),
        "hint-dismiss": () => void mutate("hint.dismiss", { taskId: task.id, hintId: firstHint.id }),
      }),
  });
  const back = () => {
    setWay(oneBack);
    setMerging(false);
  };
  const likelyText = on
    .slice(0, 3)
    .map(({ value }) => hintWords(value, view, now.at).value)
    .join(", ");
  return (
    <article aria-label={task.title} className="my-auto flex flex-col gap-7 max-sm:my-0 max-sm:min-h-full max-sm:gap-4">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 motion-safe:animate-[layer-in_var(--medium)_var(--ease)]">
        <ItemHead ref={item} entry={entry} now={now.at} />
        <ItemTitle title={task.title} onSave={(title) => mutate("task.update", { taskId: task.id, title })} />
        <ItemOriginal entry={entry} state={state} />
        <HintProgress boardId={view.board.id} taskId={task.id} />
        {isAsking && state.detail && (
          <HintList
            hints={rows}
            all={[...rows, ...on]}
            place={{ view, task, notes: state.detail.notes }}
            canEdit
            mutate={mutate}
            editing={editing}
            onEdit={setEditing}
          />
        )}
      </div>
      <div className={answersClass}>
        {isAsking ? (
          <>
            <OutcomeButtons likely={likely} likelyText={likelyText} onChoose={(kind) => begin({ kind })} />
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
              <HintChips hints={proposal.hints} off={off} view={view} onToggle={toggle} />
              {likely && (
                <Button tone="primary" onClick={() => takeAll(likely)} className="mouse:hidden">
                  {clarifyStrings.takeAll}
                </Button>
              )}
              <Button
                tone="quiet"
                keys={firstKey("clarify-merge")}
                onClick={() => setMerging(true)}
                className="ml-auto max-w-full"
              >
                <span className="truncate">{twin ? clarifyStrings.sameAs(twin.title) : clarifyStrings.merge}</span>
              </Button>
            </div>
          </>
        ) : isMerging ? (
          <MergeStep entry={entry} hints={hints} onMerge={merge} onBack={back} />
        ) : (
          draft &&
          step && (
            <DeckStep
              key={step}
              step={step}
              entry={entry}
              now={now}
              base={base}
              proposed={proposed}
              made={made}
              onMake={(label) => setTypedLabels([...typedLabels, label])}
              given={way.given}
              onAnswer={(answer) => goOn(answered(way, step, answer))}
              onBack={back}
            />
          )
        )}
      </div>
    </article>
  );
}
