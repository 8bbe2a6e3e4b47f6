import { expect, test } from "vitest";
import { askedFromMenu } from "./from-menu.ts";

const page = { title: "Roofs", url: "https://example.com/roofs", selection: "Slate\nlasts" };

test("a page and its selection are taken as they are, in lines", () => {
  expect(askedFromMenu({ menuItemId: "page" }, page)).toMatchObject({ title: "Roofs", url: page.url, selection: "" });
  const press = { menuItemId: "selection", selectionText: "Slate lasts" };
  expect(askedFromMenu(press, page)).toMatchObject({ title: "Roofs", url: page.url, selection: "Slate\nlasts" });
  expect(askedFromMenu(press, { ...page, selection: "" })).toMatchObject({ selection: "Slate lasts" });
});

test("a link is its own address, and says where it was found", () => {
  const press = { menuItemId: "link", linkUrl: "https://example.com/slate" };
  const note = "Roofs\nhttps://example.com/roofs";
  expect(askedFromMenu({ ...press, linkText: "On slate" }, page)).toMatchObject({
    title: "On slate",
    url: press.linkUrl,
    note,
  });
  expect(askedFromMenu(press, { ...page, selection: "" })).toMatchObject({ title: press.linkUrl });
});

test("an image is kept by its address, or by its page's when it has none", () => {
  const press = { menuItemId: "image", srcUrl: "https://example.com/roof.jpg" };
  expect(askedFromMenu(press, page)).toMatchObject({ title: "Image from Roofs", url: press.srcUrl });
  expect(askedFromMenu({ ...press, srcUrl: "data:image/png;base64,AAAA" }, page)).toMatchObject({
    url: page.url,
    note: "",
  });
});

test("an entry of somebody else means nothing", () => {
  expect(askedFromMenu({ menuItemId: "other" }, page)).toBeNull();
});
