import { describe, expect, test } from "vitest";
import { filterOptions } from "./filter-options.ts";

const options = [
  { id: "1", name: "money" },
  { id: "2", name: "Family" },
  { id: "3", name: "famous" },
  { id: "4", name: "Café" },
];
const found = (query: string) => filterOptions(options, query).found.map(({ name }) => name);

describe("options", () => {
  test("are all there, by name, while nothing is typed", () => {
    expect(found("")).toEqual(["Café", "Family", "famous", "money"]);
    expect(filterOptions(options, " ").creatable).toBeNull();
  });

  test("are found without case and accents, beginnings first", () => {
    expect(found("cafe")).toEqual(["Café"]);
    expect(found("m")).toEqual(["money", "Family", "famous"]);
  });

  test("that do not exist can be created, those that do cannot", () => {
    expect(filterOptions(options, " fam ").creatable).toBe("fam");
    expect(filterOptions(options, "FAMILY").creatable).toBeNull();
  });
});
