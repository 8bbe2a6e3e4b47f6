/** Runs one step of the start and prints one line for it, with its time. `work` returns what there is to say. */
export async function step(name: string, work: () => Promise<string | void> | string | void): Promise<void> {
  const startedAt = performance.now();
  const remark = await work();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`  ${name.padEnd(12)} ${seconds.padStart(6)} s  ${remark ?? ""}`.trimEnd());
}
