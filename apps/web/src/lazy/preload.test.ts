import { expect, test, vi } from "vitest";
import { preloadLater, startPreloading } from "./preload.ts";

test("what a screen needs first is fetched also when the screen comes while the rest is under way", async () => {
  vi.stubGlobal("requestAnimationFrame", (act: () => void) => setTimeout(act));
  vi.stubGlobal("window", {});
  const fetched: string[] = [];
  const part =
    (name: string, then = () => {}) =>
    async () => {
      fetched.push(name);
      then();
    };
  preloadLater(
    part("slow", () => preloadLater(part("drag"), true)),
    false,
  );
  preloadLater(part("other"), false);
  startPreloading();
  await vi.waitFor(() => expect(fetched).toEqual(["slow", "drag", "other"]));
  vi.unstubAllGlobals();
});
