import { expect, test } from "vitest";
import { readCommands } from "./read-commands.ts";

test("commands are the lines of sh blocks, without remarks and in one piece", () => {
  const markdown = [
    ...["```sh", "a --b   # c", "# nothing", "", "d \\", "  e", "```", "text", "```ts", "const f = 1;", "```"],
    ...["```sh", "g#h", "```", ""],
  ].join("\n");
  expect(readCommands(markdown)).toEqual(["a --b", "d    e", "g#h"]);
});
