import { describe, expect, test } from "vitest";
import { connectionWords } from "./connection-words.ts";

describe("the connection pill", () => {
  test("says live only when nothing waits", () => {
    expect(connectionWords({ state: "live", queued: 0 })).toEqual({ text: "Live", tone: "ok" });
    expect(connectionWords({ state: "live", queued: 2 }).text).toBe("Saving 2");
  });

  test("names what is queued while offline", () => {
    expect(connectionWords({ state: "offline", queued: 3 })).toEqual({ text: "Offline, 3 queued", tone: "danger" });
    expect(connectionWords({ state: "reconnecting", queued: 0 }).text).toBe("Reconnecting");
  });
});
