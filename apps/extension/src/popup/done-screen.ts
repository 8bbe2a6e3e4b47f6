import { webAddress } from "../address/read-address.ts";
import { extensionStrings } from "../extension.strings.ts";
import type { Outcome } from "../queue/outcome.ts";
import { element } from "./element.ts";
import { icon } from "./icon.ts";
import { button } from "./parts.ts";
import type { State } from "./state.ts";

const { done: strings } = extensionStrings;

/** What became of a capture that the app has, or that is kept here until it does. */
export function doneScreen(
  outcome: Exclude<Outcome, { state: "refused" }>,
  name: string,
  { boards }: State,
  onReconnect: () => void,
): HTMLElement {
  const close = button(strings.close, { tone: "primary", keys: "Enter", onPress: () => window.close() });
  close.autofocus = true;
  const show = (tone: "ok" | "kept", title: string, text: string, action: Node | null) =>
    element(
      "section",
      { class: `done ${tone}`, role: "status" },
      icon(tone === "ok" ? "check" : "queued"),
      element("h1", {}, title),
      element("p", { class: "name" }, name),
      text !== "" && element("p", { class: "lead" }, text),
      element("div", { class: "row" }, close, action),
    );
  switch (outcome.state) {
    case "saved": {
      const board = boards.find(({ id }) => id === outcome.boardId);
      const url = webAddress(outcome.url);
      const open =
        url && element("a", { class: "button outline", href: url, target: "_blank", rel: "noreferrer" }, strings.open);
      return show("ok", strings.saved(board?.name), "", open || null);
    }
    case "later":
      return show("kept", strings.queued, strings.queuedText, null);
    case "revoked":
      return show("kept", strings.queued, strings.revokedText, button(strings.reconnect, { onPress: onReconnect }));
  }
}
