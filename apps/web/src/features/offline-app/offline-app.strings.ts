/** Every word of installing and updating the app. */
export const offlineAppStrings = {
  updateReady: "A new version is ready. What you are writing is kept.",
  reload: "Reload",
  later: "Later",
} as const;
