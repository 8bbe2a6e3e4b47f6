import { expect, test } from "vitest";
import { uniqueName } from "./unique-name.ts";

test.for<[string, string[], string[]]>([
  ["by case", ["Urgent", "urgent", "URGENT"], ["Urgent", "urgent (2)", "URGENT (3)"]],
  ["but for a number that is taken", ["a", "a (2)", "A"], ["a", "a (2)", "A (3)"]],
  ["by what a database folds and JavaScript does not", ["iş", "İş", "σας", "ΣΑΣ"], ["iş", "İş (2)", "σας", "ΣΑΣ (2)"]],
  ["not at all", ["büro", "buro"], ["büro", "buro"]],
])("names that differ %s", ([, names, unique]) => {
  const taken = new Set<string>();
  expect(names.map((name) => uniqueName(name, taken))).toEqual(unique);
});
