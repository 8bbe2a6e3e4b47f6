import type { BoardId } from "@kanban/domain/ids";
import type { BoardSummary } from "../../boards/use-boards.ts";
import { devicesStrings as strings } from "./devices.strings.ts";

/**
 * The boards to choose from, those a person may write to; what is chosen stands among them whatever has become of it:
 * shown as none, none could not be chosen. `boards` is `undefined` until they are known.
 */
export function boardOptions(
  boards: readonly Pick<BoardSummary, "id" | "name" | "role">[] | undefined,
  chosen: BoardId | null,
): { value: BoardId; label: string }[] {
  if (!boards) return [];
  const options = boards
    .filter(({ id, role }) => role !== "viewer" || id === chosen)
    .map(({ id, name }) => ({ value: id, label: name }));
  if (chosen === null || options.some(({ value }) => value === chosen)) return options;
  return [...options, { value: chosen, label: strings.unknownBoard }];
}
