import { expect, test } from "vitest";
import { browsers, manifestFor } from "./manifest.ts";

test.each(browsers)("in %s it may do what it needs and no more", (browser) => {
  const manifest = manifestFor(browser, "1.0.0");
  expect(manifest.permissions).toEqual([
    "activeTab",
    "alarms",
    "contextMenus",
    "scripting",
    "storage",
    "unlimitedStorage",
  ]);
  expect(manifest).not.toHaveProperty("host_permissions");
  expect(manifest).not.toHaveProperty("content_scripts");
  expect(manifest).not.toHaveProperty("web_accessible_resources");
  expect(manifest).not.toHaveProperty("externally_connectable");
  const policy = manifest.content_security_policy.extension_pages;
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|data:|\*/u);
});

test("each browser gets the worker it knows", () => {
  expect(manifestFor("chromium", "1.0.0").background).toEqual({ service_worker: "background.js", type: "module" });
  expect(manifestFor("firefox", "1.0.0").background).toEqual({ scripts: ["background.js"], type: "module" });
  expect(manifestFor("firefox", "1.0.0")).toMatchObject({
    browser_specific_settings: { gecko: { id: expect.stringMatching(/^[\w.-]+@[\w.-]+$/u) } },
  });
});
