import type { PairingFailure } from "./pairing/pairing.ts";
import type { Refusal } from "./queue/item.ts";

type Details = Refusal["details"];

const captures = (count: number) => (count === 1 ? "1 capture" : `${count} captures`);

/** All the words of the extension. What pages and boards are called is put in as text, never as markup. */
export const extensionStrings = {
  product: "Personal Kanban",
  action: "Save to Personal Kanban",
  description: "Saves pages, selections, links and images to the inbox of your own Personal Kanban.",
  deviceName: (browser: string, system: string) => `${browser} on ${system}`,
  menu: {
    titles: {
      page: "Save page to Personal Kanban",
      selection: "Save selection to Personal Kanban",
      link: "Save link to Personal Kanban",
      image: "Save image’s address to Personal Kanban",
    },
    imageFrom: (title: string) => (title === "" ? "Image" : `Image from ${title}`),
  },
  badge: {
    waiting: (count: number) => `${captures(count)} waiting to be sent`,
    refused: (count: number) => `${captures(count)} could not be saved`,
    revoked: "This browser is not connected any more",
  },
  loading: "Loading",
  connect: {
    title: "Connect this browser",
    text: "Your Personal Kanban opens in a tab and asks you whether to. Nothing is typed or pasted but its address.",
    address: "Address of your Personal Kanban",
    placeholder: "kanban.example",
    submit: "Connect",
    busy: "Connecting",
    notAnAddress: "That is no web address.",
    unencrypted: "Without https, whoever is on the way can read what you save.",
    offline: "There is no network right now.",
    kept: (count: number) => `${captures(count)} kept in this browser until then.`,
    failures: {
      "no-permission": "Without your browser’s permission this extension cannot reach that address.",
      unreachable: "Nothing answers at that address.",
      "no-app": "What answers at that address is no Personal Kanban.",
      busy: "Too many tries. Wait a minute, then try again.",
      denied: "You said no on the page. Nothing was connected.",
      expired: "Nobody confirmed within ten minutes. Try again.",
    } satisfies Record<PairingFailure, string>,
  },
  pairing: {
    title: "Confirm in the tab",
    text: "Press Connect there if it shows the same code.",
    code: "Code",
    waiting: "Waiting for your answer",
    open: "Show the tab",
    cancel: "Cancel",
  },
  capture: {
    heading: "Save to your inbox",
    title: "Title",
    url: "Address",
    selection: "Selection",
    note: "Note",
    notePlaceholder: "What about it?",
    board: "Board",
    usual: (name: string | undefined) => (name === undefined ? "The usual board" : `${name} (the usual one)`),
    save: "Save",
    saving: "Saving",
    nothing: "There is nothing to save yet.",
    notKept: "This browser could not keep it. Free some space, and save again.",
    offline: "No network. What you save is kept here and sent later.",
    revoked: "This browser was disconnected in the app. What you save is kept here until you connect it again.",
    reconnect: "Connect again",
    noBoards: "No board of yours has an inbox that takes this.",
  },
  done: {
    saved: (board: string | undefined) => (board === undefined ? "Saved" : `Saved to ${board}`),
    open: "Open task",
    queued: "Kept in this browser",
    queuedText: "It is sent as soon as your Personal Kanban can be reached.",
    revokedText: "This browser was disconnected in the app. Connect it again, and it is sent.",
    reconnect: "Connect again",
    close: "Done",
  },
  queue: {
    waiting: (count: number) => `${captures(count)} waiting`,
    refused: (count: number) => `${captures(count)} not saved`,
    retryAll: "Send now",
    retry: "Try again",
    discard: "Discard",
    discardSure: "Discard for good",
    elsewhere: (host: string) => `Meant for ${host}`,
    label: "Kept in this browser",
  },
  foot: {
    open: (host: string) => `Open ${host}`,
    disconnect: "Disconnect",
    disconnectSure: "End this connection",
    disconnecting: "Disconnecting …",
    untold: (host: string) =>
      `${host} did not answer, so what this browser was given still holds there. End it under Settings → Devices.`,
    forgetHere: "Forget it here",
  },
} as const;

const or = (value: string | number | null | undefined, otherwise: string) =>
  value == null ? otherwise : String(value);

/** Why the app did not take a capture, and the way out. */
const refusals: Record<string, (details: Details) => string> = {
  BOARD_NOT_FOUND: () => "That board is gone, or not yours any more. Choose another one.",
  READ_ONLY: () => "You can look at that board but not add to it. Choose another one.",
  NO_INBOX: () => "There is no inbox to save into. Give a board a column of that kind first.",
  WIP_LIMIT_REACHED: (details) =>
    `${or(details["column"], "The inbox")} is full${details["wipLimit"] == null ? "" : `: ${or(details["openTasks"], String(details["wipLimit"]))} of ${details["wipLimit"]}`}. Clear something from it, or choose another board.`,
  LIMIT_REACHED: (details) =>
    `That board is as full as it can be${details["limit"] == null ? "" : `: ${details["limit"]}`}.`,
  BOARD_FILES_FULL: () => "That board has no room for a text as long as this.",
  NOTHING_TO_CAPTURE: () => "There is nothing in that to save.",
  MUTATION_ID_REUSED: () => "The app has something else under the same number.",
};

/** One sentence for a refusal, also for one this extension is too old to know. */
export function refusalText({ code, details }: Refusal): string {
  return refusals[code]?.(details) ?? `The app does not take this (${or(details["message"], code)}).`;
}
