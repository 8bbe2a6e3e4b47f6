import { extensionStrings } from "../src/extension.strings.ts";

export const browsers = ["chromium", "firefox"] as const;
export type Browser = (typeof browsers)[number];

/** The sizes the icon is drawn in. */
export const iconSizes = [16, 32, 48, 128] as const;
const icons = Object.fromEntries(iconSizes.map((size) => [size, `icons/${size}.png`]));

/** Only what this package brings runs, and nothing is loaded from elsewhere; it speaks to the app it is connected with. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src http: https:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What a browser is told of the extension: one source for both, which differ in how they run the worker behind it. */
export function manifestFor(browser: Browser, version: string) {
  return {
    manifest_version: 3,
    name: extensionStrings.product,
    description: extensionStrings.description,
    version,
    icons,
    action: { default_popup: "popup.html", default_title: extensionStrings.action, default_icon: icons },
    // Of pages: only the one that is in front, and only after a press. Of the web: nothing, until somebody connects an
    // app; then its own address is asked for. What waits for a network may be more than the 10 MB given unasked.
    permissions: ["activeTab", "alarms", "contextMenus", "scripting", "storage", "unlimitedStorage"],
    optional_host_permissions: ["https://*/*", "http://*/*"],
    content_security_policy: { extension_pages: policy },
    commands: { _execute_action: { suggested_key: { default: "Alt+Shift+K" } } },
    ...(browser === "chromium"
      ? {
          minimum_chrome_version: "127",
          background: { service_worker: "background.js", type: "module" },
        }
      : {
          background: { scripts: ["background.js"], type: "module" },
          browser_specific_settings: {
            gecko: {
              id: "capture@personal-kanban",
              strict_min_version: "140.0",
              // What a press sends, to the person's own app and to nobody else.
              data_collection_permissions: { required: ["browsingActivity", "websiteContent"] },
            },
            gecko_android: { strict_min_version: "142.0" },
          },
        }),
  };
}
