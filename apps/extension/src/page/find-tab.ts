/**
 * The tab somebody is looking at. Where this form is a tab itself, as on a phone, the one they looked at before it.
 */
export async function findTab(): Promise<chrome.tabs.Tab | undefined> {
  const own = await chrome.tabs.getCurrent();
  if (own === undefined) return (await chrome.tabs.query({ active: true, currentWindow: true }))[0];
  const ours = chrome.runtime.getURL("");
  const others = (await chrome.tabs.query({ currentWindow: true })).filter(({ url }) => !url?.startsWith(ours));
  return others.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}
