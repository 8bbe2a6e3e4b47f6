// The popup: shows what is in storage and changes with it. Whatever it begins goes on when it is closed.
import { askToDeliver, askToPair } from "../background/messages.ts";
import { fetchBoards } from "../app/fetch-boards.ts";
import { type Capture, nameOf } from "../capture/capture.ts";
import { extensionStrings, refusalText } from "../extension.strings.ts";
import { newItem } from "../queue/new-item.ts";
import { draftCell, pairingCell } from "../storage/cells.ts";
import { itemStore } from "../storage/item-store.ts";
import { type CaptureScreen, captureScreen } from "./capture-screen.ts";
import { connectScreen } from "./connect-screen.ts";
import { doneScreen } from "./done-screen.ts";
import { foot } from "./foot.ts";
import { pairingScreen } from "./pairing-screen.ts";
import { queueList } from "./queue-list.ts";
import { readOpenPage, readState, type State } from "./state.ts";

const main = document.querySelector("main")!;
const below = document.querySelector<HTMLElement>("#below")!;
document.title = extensionStrings.product;
// Opened as a tab, it is as wide as a page.
if (await chrome.tabs.getCurrent()) document.documentElement.classList.add("page");

let state: State = await readState();
/** The form, once there is one: what has been typed into it outlives all news. */
let form: CaptureScreen | null = null;
/** What the form saved and the app did not take. It is kept until it is saved anew, and not listed below its own form. */
let held: string | null = null;
/** Which screen stands, so that news of something else does not take the focus from it. */
let shown = "";
let wantsToConnect = false;

function show(name: string, make: () => HTMLElement): void {
  if (shown === name) return;
  shown = name;
  const node = make();
  main.replaceChildren(node);
  node.querySelector<HTMLElement>("[autofocus]")?.focus();
}

async function render(): Promise<void> {
  const { pairing, connection } = state;
  if (pairing?.step === "waiting") show(pairing.userCode, () => pairingScreen(pairing));
  else if (connection === null || wantsToConnect || pairing?.step === "failed")
    show(`connect ${JSON.stringify(pairing?.step === "failed" && pairing)} ${state.items.length}`, () =>
      connectScreen(state),
    );
  else if (shown !== "done") await showForm();
  renderBelow();
}

async function showForm(): Promise<void> {
  const made =
    form ??
    captureScreen(state, await readOpenPage(state.connection), {
      onSave: (capture) => void save(capture),
      onReconnect,
    });
  form = made;
  form.update(state);
  show("form", () => made.node);
}

function renderBelow(): void {
  const isOpen = below.querySelector("details")?.open ?? false;
  const items = state.items.filter(({ id }) => id !== held);
  const parts = [queueList({ ...state, items }, isOpen), state.connection && foot(state.connection)];
  below.replaceChildren(...parts.filter((part) => part !== null));
}

function onReconnect(): void {
  wantsToConnect = true;
  void render();
}

async function save(capture: Capture): Promise<void> {
  const item = newItem(capture, state.connection?.address ?? null);
  // Kept before anything is sent: from here on nothing can lose it, nor does closing the popup when it is refused.
  const before = held;
  held = item.id;
  try {
    await itemStore.put(item);
  } catch {
    held = before;
    return form?.refuse(extensionStrings.capture.notKept);
  }
  // Nothing was made of it, so nothing needs its id.
  if (before !== null) await itemStore.remove(before);
  await draftCell.remove();
  const outcomes = await askToDeliver();
  const revoked = state.connection?.isRevoked ? ({ state: "revoked" } as const) : null;
  const outcome = outcomes?.[item.id] ?? revoked ?? ({ state: "later", retryAfterSeconds: null } as const);
  if (outcome.state === "refused") return form?.refuse(refusalText(outcome.refusal));
  [form, held] = [null, null];
  show("done", () => doneScreen(outcome, nameOf(capture), state, onReconnect));
  renderBelow();
}

chrome.storage.local.onChanged.addListener(() => {
  void readState().then((now) => {
    // Connected anew: what stood there before is done with.
    if (now.connection?.token !== state.connection?.token) wantsToConnect = false;
    state = now;
    return render();
  });
});

await render();
// A worker that was ended goes on with what it had begun.
if (state.pairing) void askToPair();
if (state.connection && !state.connection.isRevoked) void fetchBoards(state.connection);
if (state.items.length > 0) void askToDeliver();
// A failure is told once; next time the popup begins as it would.
if (state.pairing?.step === "failed" && state.connection) void pairingCell.remove();
