"use client";

import type { BoardId } from "@kanban/domain/ids";
import { SelectField } from "../../board/header/select-field.tsx";
import { useLiveBoards } from "../../boards/use-boards.ts";

/** Chooses one of the person's boards, or none in particular, which is what `none` says. */
export function BoardChoice({
  label,
  none,
  value,
  onChange,
}: {
  label: string;
  none: string;
  value: BoardId | null;
  onChange: (boardId: BoardId | null) => void;
}) {
  const boards = useLiveBoards().data ?? [];
  const writable = boards.filter(({ role }) => role !== "viewer");
  return (
    <SelectField
      label={label}
      value={value ?? ""}
      options={[{ value: "", label: none }, ...writable.map(({ id, name }) => ({ value: id as string, label: name }))]}
      onChange={(next) => onChange(writable.find(({ id }) => id === next)?.id ?? null)}
    />
  );
}
