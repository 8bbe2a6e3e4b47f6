/** The words of pages that are missing or broken; apart, because every page brings them along. */
export const noticeStrings = {
  notFoundTitle: "Nothing here",
  notFoundText: "This page does not exist, or it is not shared with you.",
  toBoards: "To your boards",
  errorTitle: "This screen broke",
  errorText: "Nothing you typed is lost: your changes are kept in this browser.",
  reload: "Try again",
} as const;
