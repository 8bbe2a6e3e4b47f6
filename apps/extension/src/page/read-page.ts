import type { Page } from "../capture/from-menu.ts";

/**
 * What a tab shows, and what is selected in it. Some pages let no extension look (the browser's own, its shop): of those
 * there is what the browser tells of the tab.
 */
export async function readPage(tab: chrome.tabs.Tab | undefined, frameId?: number): Promise<Page> {
  const known = { title: tab?.title ?? "", url: tab?.url ?? "" };
  if (tab?.id === undefined) return { ...known, selection: "" };
  const target =
    frameId === undefined || frameId === 0
      ? { tabId: tab.id, allFrames: true }
      : { tabId: tab.id, frameIds: [frameId] };
  try {
    // Runs in the page, beside its scripts and out of their reach; it sees nothing of ours.
    const frames = await chrome.scripting.executeScript({
      target,
      func: () => String(globalThis.getSelection() ?? ""),
    });
    return { ...known, selection: frames.map(({ result }) => result ?? "").find((text) => text.trim() !== "") ?? "" };
  } catch {
    return { ...known, selection: "" };
  }
}
