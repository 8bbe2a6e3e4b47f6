import { extensionStrings } from "../extension.strings.ts";

/** What this browser is called among a person's devices; they may say it better when they confirm. */
export async function deviceName(): Promise<string> {
  const { os } = await chrome.runtime.getPlatformInfo();
  const { userAgent } = navigator;
  const browser = /Firefox\//u.test(userAgent)
    ? "Firefox"
    : /Edg\//u.test(userAgent)
      ? "Edge"
      : /OPR\//u.test(userAgent)
        ? "Opera"
        : "Chrome";
  const systems: Record<string, string> = {
    mac: "macOS",
    win: "Windows",
    android: "Android",
    cros: "ChromeOS",
    linux: "Linux",
  };
  return extensionStrings.deviceName(browser, systems[os] ?? os);
}
