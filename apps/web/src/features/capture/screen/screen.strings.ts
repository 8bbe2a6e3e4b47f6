/** The words of the capture page. */
export const screenStrings = {
  fromPage: "Filled in for you. Nothing is captured until you press Enter.",
  fromShare: "Shared with you. Nothing is captured until you press Enter.",
  own: "One thought at a time; clarify it later.",
  doneTitle: "Captured",
  doneText: "You can close this page, or go on.",
  keptText: "It is on this device and is sent when there is a network. You can close this page, or go on.",
  another: "Capture another",
  toInbox: "To the inbox",
  lostTitle: "What you shared could not be kept",
  lostText: "It was too large, or this browser keeps nothing. Share it again, or write it down here.",
  goneTitle: "Nothing is waiting here",
  goneText: "What was shared has been captured already, or was removed with an account that signed out.",
  waiting: (count: number) => `${count} ${count === 1 ? "thing" : "things"} shared with you`,
  next: "Show the next one",
  discard: "Throw away what was shared",
} as const;
