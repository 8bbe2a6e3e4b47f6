import { afterEach, expect, test, vi } from "vitest";
import { type CommandLayer, mountCommands, type ShortcutHandlers } from "./mounted-commands.ts";
import { availableCommands, runCommand } from "./run-command.ts";

const unmounts: (() => void)[] = [];
const mount = (layer: CommandLayer, handlers: ShortcutHandlers) => {
  const unmount = mountCommands({ layer, handlers: () => handlers });
  unmounts.push(unmount);
  return unmount;
};
const idsOn = (layer: CommandLayer) => availableCommands(layer).map(({ id }) => id);

afterEach(() => unmounts.splice(0).forEach((unmount) => unmount()));

test("only what something mounted can do is available", () => {
  const unmount = mount("screen", { archive: () => {}, trash: undefined });
  expect(idsOn("screen")).toEqual(["archive"]);
  unmount();
  expect(idsOn("screen")).toEqual([]);
});

test("an open task has its own commands and those for anywhere, and the board below it gets nothing", () => {
  const [onBoard, onTask, undo] = [vi.fn(), vi.fn(), vi.fn()];
  mount("screen", { archive: onBoard, "focus-next": onBoard, undo });
  mount("task", { archive: onTask, "task-next": onTask });
  expect(idsOn("task")).toEqual(["undo", "archive", "task-next"]);
  expect(idsOn("screen")).toEqual(["undo", "focus-next", "archive"]);
  expect(runCommand("archive", "task")).toBe(true);
  expect(runCommand("undo", "task")).toBe(true);
  expect(runCommand("focus-next", "task")).toBe(false);
  expect([onBoard.mock.calls.length, onTask.mock.calls.length, undo.mock.calls.length]).toEqual([0, 1, 1]);
});

test("the newest screen is asked first, and the next when it has nothing to act on", () => {
  const older = vi.fn();
  const newer = vi.fn<() => void | false>(() => false);
  mount("screen", { search: older });
  mount("screen", { search: newer });
  expect(runCommand("search", "screen", { keys: "/" })).toBe(true);
  expect(newer).toHaveBeenCalledBefore(older);
  expect(older).toHaveBeenCalledWith({ keys: "/" });
  newer.mockImplementation(() => {});
  runCommand("search", "screen");
  expect(older).toHaveBeenCalledTimes(1);
});
