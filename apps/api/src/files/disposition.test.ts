import fc from "fast-check";
import { expect, test } from "vitest";
import { contentDisposition } from "./disposition.ts";

test("a name is offered in two ways, for old and for today's clients", () => {
  expect(contentDisposition("attachment", "Müller's plan.pdf")).toBe(
    `attachment; filename="M_ller's plan.pdf"; filename*=UTF-8''M%C3%BCller%27s%20plan.pdf`,
  );
});

test("no name ends the header, leaves its quotes or begins another header", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      fc.pre(name.isWellFormed());
      expect(contentDisposition("inline", name)).toMatch(
        /^inline; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w%.!#$&+^`|~-]*$/,
      );
    }),
  );
  expect(contentDisposition("inline", 'a"; filename=evil.html\r\nSet-Cookie: x=1')).not.toMatch(/[\r\n]|"; filename=/);
});
