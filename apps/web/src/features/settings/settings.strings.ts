/** The words around every section of the settings. */
export const settingsStrings = {
  title: "Settings",
  sections: "Sections of the settings",
} as const;
