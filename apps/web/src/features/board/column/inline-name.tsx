"use client";

import { type KeyboardEvent, useState } from "react";
import { limits } from "@kanban/domain/limits";
import { classNames } from "../../../components/ui/class-names.ts";
import { isComposing } from "../../keyboard/is-composing.ts";
import { focusOnMount } from "../focus/focus-on-mount.ts";

/** A name that becomes a field when it is pressed: Enter or leaving keeps the new name, Esc the old one. */
export function InlineName({
  name,
  label,
  renameLabel,
  isEditing,
  onEdit,
  onRename,
  className,
}: {
  name: string;
  /** Name of the field. */
  label: string;
  /** Says what pressing the name does. */
  renameLabel: string;
  isEditing: boolean;
  onEdit: (isEditing: boolean) => void;
  onRename: (name: string) => void;
  className?: string | undefined;
}) {
  if (isEditing) {
    return (
      <NameField name={name} label={label} className={className} onDone={() => onEdit(false)} onRename={onRename} />
    );
  }
  return (
    <button
      type="button"
      title={renameLabel}
      className={classNames("min-w-0 truncate rounded-s text-left touch:min-h-11 touch:min-w-11", className)}
      onClick={() => onEdit(true)}
    >
      {name}
    </button>
  );
}

function NameField({
  name,
  label,
  className,
  onDone,
  onRename,
}: {
  name: string;
  label: string;
  className: string | undefined;
  onDone: () => void;
  onRename: (name: string) => void;
}) {
  const [text, setText] = useState(name);
  const keep = () => {
    const next = text.trim();
    if (next !== "" && next !== name) onRename(next);
    onDone();
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Enter") keep();
    else if (event.key === "Escape") onDone();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      ref={focusOnMount}
      aria-label={label}
      value={text}
      maxLength={limits.name}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={handleKeyDown}
      onBlur={keep}
      className={classNames(
        "-mx-1 min-w-0 flex-1 rounded-s border-0 bg-surface px-1 outline-2 outline-accent",
        className,
      )}
    />
  );
}
