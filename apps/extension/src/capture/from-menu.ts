import { webAddress } from "../address/read-address.ts";
import { extensionStrings } from "../extension.strings.ts";
import type { Asked } from "./compose-capture.ts";

export const menuKinds = ["page", "selection", "link", "image"] as const;

/** What the browser tells about a press in its menu; `linkText` only one of them does. */
export type MenuPress = {
  menuItemId: string | number;
  selectionText?: string | undefined;
  linkUrl?: string | undefined;
  linkText?: string | undefined;
  srcUrl?: string | undefined;
};
export type Page = { title: string; url: string; selection: string };

/** What was meant by a press in the menu over a page; `null` for an entry that is none of ours. */
export function askedFromMenu(press: MenuPress, page: Page): Omit<Asked, "boardId"> | null {
  const kind = menuKinds.find((known) => known === press.menuItemId);
  // The browser's own word for a selection has lost its lines.
  const selection = page.selection || (press.selectionText ?? "");
  const from = [page.title, webAddress(page.url)].filter(Boolean).join("\n");
  switch (kind) {
    case undefined:
      return null;
    case "page":
      return { title: page.title, url: page.url, selection: "", note: "" };
    case "selection":
      return { title: page.title, url: page.url, selection, note: "" };
    case "link": {
      const url = press.linkUrl ?? "";
      return { title: press.linkText?.trim() || selection.trim() || url, url, selection: "", note: from };
    }
    case "image": {
      // What is no address of the web is the image itself, as text.
      const url = webAddress(press.srcUrl);
      return {
        title: extensionStrings.menu.imageFrom(page.title),
        url: url ?? page.url,
        selection: "",
        note: url ? from : "",
      };
    }
  }
}
