"use client";

import type { BoardView } from "@kanban/domain/board-view";
import type { Hint, HintValue } from "@kanban/domain/entities";
import { confidenceWord } from "@kanban/domain/hint/confidence-word";
import { Check, Pencil, X } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "../../../components/ui/class-names.ts";
import { Tooltip } from "../../../components/ui/tooltip.tsx";
import { taskStrings } from "../task.strings.ts";
import { HintEvidenceLine } from "./hint-evidence.tsx";
import { HintEditor } from "./hint-editor.tsx";
import { hintWords } from "./hint-words.ts";

/** One hint: what it would set, the words it goes by, and the two answers. */
export function HintRow({
  hint,
  view,
  title,
  notes,
  isFirst,
  canEdit,
  isEditing,
  onEdit,
  onApply,
  onDismiss,
}: {
  hint: Hint;
  view: BoardView;
  title: string;
  notes: string;
  isFirst: boolean;
  canEdit: boolean;
  isEditing: boolean;
  onEdit: (isEditing: boolean) => void;
  onApply: (edited?: HintValue) => void;
  onDismiss: () => void;
}) {
  const words = hintWords(hint.value, view, new Date());
  const strings = taskStrings.hints;
  return (
    <li
      className={classNames(
        "grid grid-cols-[74px_minmax(0,1fr)_auto] items-start gap-2 rounded-[6px] px-2 py-[7px] text-sm max-sm:grid-cols-[minmax(0,1fr)_auto]",
        isFirst ? "bg-raised shadow-1" : "border-t border-[color-mix(in_oklab,var(--hint)_14%,transparent)]",
      )}
    >
      <span className="font-strong text-ink-2 max-sm:col-span-2">
        {words.kind}
        <span className="block text-xs font-regular text-ink-3 max-sm:ml-1.5 max-sm:inline">
          {strings.confidence[confidenceWord(hint.confidence)]}
        </span>
      </span>
      <div className="min-w-0">
        <p>{words.value}</p>
        <p className="mt-0.5 text-xs text-ink-2">
          <HintEvidenceLine evidence={hint.evidence} view={view} title={title} notes={notes} />
        </p>
        {isEditing && <HintEditor value={hint.value} view={view} onApply={onApply} onCancel={() => onEdit(false)} />}
      </div>
      {canEdit && (
        <div className="flex gap-1">
          <HintAnswer
            label={strings.apply}
            name={words.value}
            keys={isFirst ? "y" : null}
            icon={<Check size={14} aria-hidden />}
            onClick={() => onApply()}
          />
          {hint.value.kind !== "duplicate" && (
            <HintAnswer
              label={strings.edit}
              name={words.value}
              keys={isFirst ? "e" : null}
              icon={<Pencil size={14} aria-hidden />}
              onClick={() => onEdit(!isEditing)}
            />
          )}
          <HintAnswer
            label={strings.dismiss}
            name={words.value}
            keys={isFirst ? "n" : null}
            icon={<X size={14} aria-hidden />}
            onClick={onDismiss}
          />
        </div>
      )}
    </li>
  );
}

function HintAnswer({
  label,
  name,
  keys,
  icon,
  onClick,
}: {
  label: string;
  name: string;
  keys: string | null;
  icon: ReactNode;
  onClick: () => void;
}) {
  return (
    <Tooltip label={label} keys={keys ?? undefined}>
      <button
        type="button"
        aria-label={`${label}: ${name}`}
        onClick={onClick}
        className="grid size-6 place-items-center rounded-s border border-line-strong bg-raised font-mono text-2xs font-medium text-ink-2 transition-colors duration-(--fast) hover:border-hint hover:text-hint touch:size-11 touch:rounded-m"
      >
        {keys && <span className="touch:hidden">{keys}</span>}
        <span className={keys ? "hidden touch:inline" : ""}>{icon}</span>
      </button>
    </Tooltip>
  );
}
