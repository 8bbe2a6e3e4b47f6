import { composeCapture } from "../capture/compose-capture.ts";
import type { Capture } from "../capture/capture.ts";
import { extensionStrings } from "../extension.strings.ts";
import type { Page } from "../capture/from-menu.ts";
import { boardIdCell, draftCell } from "../storage/cells.ts";
import { boardSelect } from "./board-select.ts";
import { element } from "./element.ts";
import { button, field, heading, notice } from "./parts.ts";
import type { State } from "./state.ts";

const { capture: strings } = extensionStrings;
/** Enter saves from every line; from the note, where it begins a line, with the key beside it. */
const saveKeys = /Mac/u.test(navigator.platform) ? "⌘ ↵" : "Ctrl ↵";

export type CaptureScreen = {
  node: HTMLElement;
  /** Shows news of connection and boards; what has been typed stays. */
  update(state: State): void;
  /** It was not taken: says why, and lets the person go on. */
  refuse(why: string): void;
};

/** The form: what the page is, what somebody has to say about it, and where it goes. */
export function captureScreen(
  state: State,
  page: Page & { note: string },
  { onSave, onReconnect }: { onSave: (capture: Capture) => void; onReconnect: () => void },
): CaptureScreen {
  // A line that may be long: it is seen whole, and Enter saves as in any other.
  const title = element("textarea", { rows: "1", class: "line" });
  title.value = page.title;
  const url = element("input", { type: "url", class: "mono", autocomplete: "off", spellcheck: "false" });
  url.value = /^https?:/u.test(page.url) ? page.url : "";
  const selection = element("textarea", { rows: "3" });
  selection.value = page.selection;
  const note = element("textarea", { rows: "2", placeholder: strings.notePlaceholder, autofocus: true });
  note.value = page.note;
  // A popup closes at any press beside it.
  note.addEventListener("input", () => void draftCell.write({ url: page.url, note: note.value }));
  const board = boardSelect(state);
  const notices = element("div", { class: "notices" });
  const submit = button(strings.save, { tone: "primary", keys: saveKeys, type: "submit" });

  const form = element(
    "form",
    { class: "stack", novalidate: true },
    field(strings.title, title),
    field(strings.url, url),
    page.selection.trim() !== "" && field(strings.selection, selection, "quoted"),
    field(strings.note, note),
    element("div", { class: "row end" }, field(strings.board, board.node, "grow"), submit),
  );
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    if (event.target !== title && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.hasAttribute("aria-busy")) return;
    const boardId = board.value();
    const asked = { title: title.value, url: url.value, selection: selection.value, note: note.value, boardId };
    const capture = composeCapture(asked, new Date());
    if (!capture) {
      problem = strings.nothing;
      showNotices();
      return note.focus();
    }
    problem = null;
    showNotices();
    setBusy(true);
    void (boardId === null ? boardIdCell.remove() : boardIdCell.write(boardId));
    onSave(capture);
  });
  const setBusy = (isBusy: boolean) => {
    if (isBusy) form.setAttribute("aria-busy", "true");
    else form.removeAttribute("aria-busy");
    submit.firstChild!.textContent = isBusy ? strings.saving : strings.save;
  };
  let latest = state;
  /** Why the last press of Save came to nothing; it stands until the next. */
  let problem: string | null = null;
  const showNotices = () => {
    const isRevoked = latest.connection?.isRevoked ?? false;
    const made = [
      problem !== null && notice("danger", "alert", problem),
      isRevoked && notice("danger", "alert", strings.revoked, button(strings.reconnect, { onPress: onReconnect })),
      !isRevoked && !navigator.onLine && notice("info", "offline", strings.offline),
    ];
    notices.replaceChildren(...made.filter((part) => part !== false));
  };
  const update = (now: State) => {
    const before = latest;
    latest = now;
    board.update(now);
    // An alert that is put in again is read out again.
    if (now.connection?.isRevoked !== before.connection?.isRevoked) showNotices();
  };
  showNotices();
  for (const name of ["online", "offline"]) window.addEventListener(name, showNotices);
  const node = element("section", { class: "stack" }, heading(strings.heading), notices, form);
  const refuse = (why: string) => {
    setBusy(false);
    problem = why;
    showNotices();
    board.node.focus();
  };
  return { node, update, refuse };
}
