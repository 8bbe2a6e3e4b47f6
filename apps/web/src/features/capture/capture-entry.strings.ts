/** The words of what opens the capture dialog; the dialog's own are fetched with it. */
export const captureEntryStrings = {
  capture: "Capture",
  open: "Quick capture",
  needPerson: "not captured",
} as const;
