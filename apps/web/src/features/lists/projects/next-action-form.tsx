"use client";

import { limits } from "@kanban/domain/limits";
import { CornerDownLeft } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { fieldClass } from "../../../components/ui/text-field.tsx";
import { isComposing } from "../../keyboard/is-composing.ts";
import { projectsStrings } from "./projects.strings.ts";

/** What is to be done next, typed where it is missing; Enter adds it. */
export function NextActionForm({ name, onAdd }: { name: string; onAdd: (title: string) => boolean }) {
  const [title, setTitle] = useState("");
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = title.trim();
    // What could not be added stays in the field.
    if (typed !== "" && onAdd(typed)) setTitle("");
  };
  return (
    <form onSubmit={handleSubmit} className="flex items-center gap-1.5">
      <input
        data-next-action
        aria-label={projectsStrings.addNextTo(name)}
        placeholder={projectsStrings.addNext}
        value={title}
        maxLength={limits.title}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => setTitle(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || isComposing(event.nativeEvent)) return;
          event.preventDefault();
          event.currentTarget.closest("[data-row]")?.querySelector("a")?.focus();
        }}
        className={`${fieldClass} max-w-80 text-sm`}
      />
      {title.trim() !== "" && (
        <Button type="submit">
          <CornerDownLeft size={14} aria-hidden />
          {projectsStrings.add}
        </Button>
      )}
    </form>
  );
}
