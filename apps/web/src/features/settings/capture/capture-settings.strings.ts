/** Every word of the settings of capturing. */
export const captureSettingsStrings = {
  title: "Capture",
  board: {
    heading: "Where captures go",
    note: "What is captured without naming a board lands on top of this board's inbox.",
    label: "Captures go to the inbox of",
    none: "The oldest board of your own",
    goesTo: (board: string) => `Now they go to ${board}.`,
    nowhere: "Now there is no inbox of yours to capture into. Give a board a column of that kind.",
    saved: "Saved",
    failed: "That could not be saved. Try again.",
    failedLoad: "Your choice could not be loaded.",
    offline: "You are offline. Your choice is shown when you are back.",
    retry: "Retry",
    loading: "Loading your choice",
  },
  bookmarklet: {
    heading: "From any web page",
    note: "Drag this to your bookmarks bar. On a page, press it: a form opens with the page's name, address and what you have selected. Nothing is captured until you press Enter.",
    link: "Capture to Kanban",
    pressed: "Drag it to the bookmarks bar; pressed here it would only capture this page.",
    copyLabel: "Or make a bookmark with this address",
  },
  share: {
    heading: "From other apps",
    note: "Install this app from the browser's menu. Then it stands among the apps you share to: texts, links, pictures and files. What is shared is kept on the device first, so it works without a network.",
  },
  devices: {
    heading: "From a phone's shortcut, a script or another program",
    note: "Make a token and send to the address below. On an iPhone: the Shortcuts app, “Get Contents of URL”, method POST, with these two headers and the shortcut's input as the body.",
    toDevices: "Make a token",
    address: "Address",
    headers: "Headers",
    recipe: "The whole recipe stands in docs/capture.md.",
  },
} as const;
