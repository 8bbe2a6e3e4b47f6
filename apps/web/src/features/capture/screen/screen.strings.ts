/** The words of the capture page. */
export const screenStrings = {
  fromPage: "Filled in for you. Nothing is captured until you press Enter.",
  fromShare: "Shared with you. Nothing is captured until you press Enter.",
  own: "One thought at a time; clarify it later.",
  done: {
    sending: { title: "Kept on this device", text: "It is on its way to the server." },
    captured: { title: "Captured", text: "You can close this page, or go on." },
    kept: {
      title: "Kept on this device",
      text: "It is on this device and is sent when the server answers. You can close this page, or go on.",
    },
    refused: { title: "Not captured yet", text: "It is on this device. Below stands what it waits for." },
  },
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
