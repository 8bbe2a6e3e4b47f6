"use client";

import type { BoardId } from "@kanban/domain/ids";
import { SelectField } from "../../board/header/select-field.tsx";
import { useLiveBoards } from "../../boards/use-boards.ts";
import { boardOptions } from "./board-options.ts";

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
  const boards = boardOptions(useLiveBoards().data, value);
  return (
    <SelectField
      label={label}
      value={value ?? ""}
      options={[{ value: "", label: none }, ...boards]}
      onChange={(next) => onChange(boards.find((board) => board.value === next)?.value ?? null)}
    />
  );
}
