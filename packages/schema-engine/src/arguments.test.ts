import { expect, test } from "vitest";
import { readArguments } from "./arguments.ts";

const datasource = ["--datasource", '{"url":"postgresql://a@b/c"}'];

test("a plain start means a conversation", () => {
  expect(readArguments(["--datamodels", "x.prisma", ...datasource])).toEqual({
    task: "serve",
    url: "postgresql://a@b/c",
  });
});

test("the two checks are recognised", () => {
  expect(readArguments([...datasource, "cli", "can-connect-to-database"]).task).toBe("can-connect-to-database");
  expect(readArguments([...datasource, "cli", "create-database"]).task).toBe("create-database");
});

test("a command between two files needs no database", () => {
  expect(readArguments([])).toEqual({ task: "serve", url: "" });
});

test("a check this engine does not know is an error that names it", () => {
  expect(() => readArguments([...datasource, "cli", "drop-database"])).toThrow(/drop-database/);
});
