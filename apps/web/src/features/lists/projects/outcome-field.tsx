"use client";

import { limits } from "@kanban/domain/limits";
import { useState } from "react";
import { TextArea } from "../../../components/ui/text-area.tsx";
import { isComposing } from "../../keyboard/is-composing.ts";
import { projectsStrings } from "./projects.strings.ts";

/** What will be true when a project is done; pressed, it can be changed in place. Leaving it saves, Esc does not. */
export function OutcomeField({
  name,
  outcome,
  canEdit,
  onSave,
}: {
  name: string;
  outcome: string;
  canEdit: boolean;
  onSave: (outcome: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  if (!canEdit)
    return outcome === "" ? null : <p className="text-sm text-pretty wrap-anywhere text-ink-2">{outcome}</p>;
  if (typed === null)
    return (
      <button
        type="button"
        aria-label={projectsStrings.editOutcome(name)}
        onClick={() => setTyped(outcome)}
        className={`-mx-1 w-fit max-w-full rounded-s px-1 text-left text-sm text-pretty wrap-anywhere hover:bg-[color-mix(in_oklab,var(--ink)_6%,transparent)] touch:min-h-11 ${outcome === "" ? "text-ink-3 italic" : "text-ink-2"}`}
      >
        {outcome === "" ? projectsStrings.noOutcome : outcome}
      </button>
    );
  const save = () => {
    setTyped(null);
    if (typed.trim() !== outcome) onSave(typed.trim());
  };
  return (
    <TextArea
      autoFocus
      aria-label={projectsStrings.outcomeOf(name)}
      placeholder={projectsStrings.noOutcome}
      value={typed}
      maxLength={limits.desiredOutcome}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === "Enter" && !event.shiftKey) {
          event.preventDefault();
          save();
        } else if (event.key === "Escape") {
          event.preventDefault();
          setTyped(null);
        }
      }}
      className="text-sm!"
    />
  );
}
