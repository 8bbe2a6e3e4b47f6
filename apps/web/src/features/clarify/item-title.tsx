"use client";

import { limits } from "@kanban/domain/limits";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { isComposing } from "../keyboard/is-composing.ts";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import { clarifyStrings } from "./clarify.strings.ts";

/** The title of an item, edited where it stands; leaving the field saves it, Esc leaves it as it was. */
export function ItemTitle({ title, onSave }: { title: string; onSave: (title: string) => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  // Esc leaves the field, and must not save by that.
  const isReverting = useRef(false);
  const unsaved = useRef<() => void>(() => {});
  const save = () => {
    if (draft === null) return;
    if (isReverting.current) {
      isReverting.current = false;
      setDraft(null);
      return;
    }
    const next = draft.replace(/\s+/gu, " ").trim();
    setDraft(null);
    // An empty title is no title: the old one stays.
    if (next !== "" && next !== title) onSave(next);
  };
  useEffect(() => {
    unsaved.current = save;
  });
  // Another item may come while the field still has the focus.
  useEffect(() => () => unsaved.current(), []);
  useShortcuts({
    "clarify-title": () => {
      field.current?.focus();
      field.current?.select();
    },
  });
  const handleKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    event.stopPropagation();
    isReverting.current = event.key === "Escape" && draft !== null;
    field.current?.blur();
    field.current?.closest("article")?.querySelector<HTMLElement>("[data-deck-item]")?.focus();
  };
  return (
    <h2>
      <textarea
        dir="auto"
        ref={field}
        rows={1}
        aria-label={clarifyStrings.titleField}
        value={draft ?? title}
        maxLength={limits.title}
        onChange={(event) => setDraft(event.currentTarget.value.replace(/[\r\n]+/gu, " "))}
        onBlur={save}
        onKeyDown={handleKeyDown}
        className="-mx-2 field-sizing-content block w-[calc(100%+16px)] resize-none rounded-m px-2 py-1 text-2xl font-bold tracking-[-0.015em] text-pretty wrap-anywhere hover:bg-[color-mix(in_oklab,var(--ink)_4%,transparent)] focus:bg-[color-mix(in_oklab,var(--ink)_4%,transparent)] focus-visible:outline-offset-0 max-sm:text-xl"
      />
    </h2>
  );
}
