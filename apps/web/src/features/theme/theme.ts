/** How a person wants the screen; `system` follows the device. */
export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

/** Read by the server before the first byte of a page, so that no page is ever drawn in the wrong theme. */
export const themeCookie = "kanban-theme";
const oneYearSeconds = 31_536_000;

/** The theme a cookie's value names; anything unknown is `system`. */
export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}

/** Shows the theme at once and keeps it for this browser. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${oneYearSeconds}; samesite=lax`;
}

/** The theme in force in this document. */
export function currentTheme(): Theme {
  return parseTheme(document.documentElement.dataset["theme"]);
}
