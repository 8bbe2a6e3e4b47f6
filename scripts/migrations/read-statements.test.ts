import { expect, test } from "vitest";
import { readStatements } from "./read-statements.ts";

const texts = (script: string) => readStatements(script).map(({ text }) => text);

test("statements end at their semicolons and know their lines; the last needs none", () => {
  expect(readStatements('-- a; b\n\nDROP TABLE "a" ;\n/* c; /* nested; */ */ SELECT\n 1')).toEqual([
    { line: 3, text: 'DROP TABLE "a"' },
    { line: 4, text: "SELECT 1" },
  ]);
});

test("no semicolon in a quote, a body or an atomic function ends anything", () => {
  expect(
    texts(`
      INSERT INTO "a;b" VALUES ('it''s; DROP TABLE x', E'\\';', U&'d;');
      CREATE FUNCTION f() RETURNS int AS $body$ BEGIN; $$ ; $$ END $body$ LANGUAGE plpgsql;
      CREATE FUNCTION g() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;
      SELECT $1;`),
  ).toEqual([
    `INSERT INTO "a;b" VALUES('', '', '')`,
    "CREATE FUNCTION f() RETURNS int AS $$ LANGUAGE plpgsql",
    "CREATE FUNCTION g() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END ; SELECT 2 ; END",
    "SELECT $ 1",
  ]);
});

test.each([
  ["SELECT 1;\nSELECT 'a;", "line 2: ' is never closed"],
  ['DROP TABLE "a;', 'line 1: " is never closed'],
  ["SELECT $$ a;", "line 1: $$ is never closed"],
  ["\n\n/* a /* b */", "line 3: /* is never closed"],
])("%j is refused with its line", (script, words) => {
  expect(() => readStatements(script)).toThrow(words);
});
