/** The words of the section about how screens look. */
export const appearanceStrings = {
  title: "Appearance",
  note: "Kept in this browser, for every board.",
  theme: "Theme",
  density: "Density",
} as const;
