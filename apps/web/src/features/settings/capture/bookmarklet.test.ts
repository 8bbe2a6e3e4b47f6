import { runInNewContext } from "node:vm";
import { expect, test, vi } from "vitest";
import { bookmarkletOf } from "./bookmarklet.ts";

test("the bookmark opens the form with the page's name, address and selection, whatever they say", () => {
  const open = vi.fn();
  const page = {
    open,
    getSelection: () => "“Slate” & <b>",
    document: { title: "Roofs? & more #1" },
    location: { href: "https://example.com/?a=1&b=2#c" },
  };
  const script = decodeURIComponent(bookmarkletOf("https://kanban.example").replace("javascript:", ""));
  expect(script).not.toContain("\n");
  runInNewContext(script, { ...page, URLSearchParams });
  const address = new URL(open.mock.calls[0]?.[0] as string);
  expect(address.origin + address.pathname).toBe("https://kanban.example/capture");
  expect(Object.fromEntries(address.searchParams)).toEqual({
    title: "Roofs? & more #1",
    url: "https://example.com/?a=1&b=2#c",
    text: "“Slate” & <b>",
  });
});
