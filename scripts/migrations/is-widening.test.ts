import { expect, test } from "vitest";
import { isWidening } from "./is-widening.ts";

test.each([
  ["varchar(10)", "varchar(20)"],
  ["varchar(10)", "VARCHAR"],
  ["character varying(10)", "text"],
  ["smallint", "INTEGER"],
  ["numeric(10, 2)", "numeric(12, 2)"],
  ["timestamptz(3)", "TIMESTAMPTZ(6)"],
  ["text", "TEXT"],
])("%s to %s widens", (from, to) => expect(isWidening(from, to)).toBe(true));

test.each([
  ["varchar(20)", "varchar(10)"],
  ["varchar", "varchar(10)"],
  ["text", "varchar(10)"],
  ["integer", "bigint"],
  ["bigint", "integer"],
  ["numeric(10, 2)", "numeric(12, 3)"],
  ["text", 'text collate "C"'],
  ["text", "uuid using id::uuid"],
  ["text", "text[]"],
  ["", "text"],
])("%s to %s does not", (from, to) => expect(isWidening(from, to)).toBe(false));
