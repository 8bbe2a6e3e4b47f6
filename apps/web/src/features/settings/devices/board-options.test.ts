import type { BoardId } from "@kanban/domain/ids";
import { expect, test } from "vitest";
import { boardOptions } from "./board-options.ts";

const [home, club, gone] = ["home", "club", "gone"] as BoardId[] as [BoardId, BoardId, BoardId];
const boards = [
  { id: home, name: "Home", role: "owner" as const },
  { id: club, name: "Club", role: "viewer" as const },
];
const shown = (chosen: BoardId | null) => boardOptions(boards, chosen).map(({ label }) => label);

test("a board that is chosen is among the choices, also when nothing more can be put into it or it is gone", () => {
  expect(shown(null)).toEqual(["Home"]);
  expect(shown(home)).toEqual(["Home"]);
  expect(shown(club)).toEqual(["Home", "Club"]);
  expect(shown(gone)).toEqual(["Home", "A board that is gone"]);
  expect(boardOptions(undefined, gone)).toEqual([]);
});
