/** The words of what opens the capture dialog; the dialog's own are fetched with it. */
export const captureEntryStrings = {
  capture: "Capture",
  needPerson: (count: number) => `${count} not captured`,
} as const;
