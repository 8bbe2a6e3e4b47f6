/** The page for capturing. */
export const capturePath = "/capture";

/** Where the manifest has other apps send what is shared; the service worker takes it before any network. */
export const sharePath = "/capture/share";
/** The fields of that form, as the manifest names them. */
export const shareFields = { title: "title", text: "text", url: "url", files: "files" } as const;

/** The form that is filled in with what was shared. */
export const sharedPath = (id: string): string => `/capture?shared=${id}`;
/** What was shared could not be kept. */
export const lostSharePath = "/capture?lost=1";
