const retryMs = 2_000;

/** Loads a piece of script, again and again while the network is away: whoever waits shows a plain field meanwhile. */
export async function untilLoaded<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}
