export type Locks = {
  /** Runs `work` while this tab alone holds `name`; waits for it as long as it takes, until `signal` is aborted. */
  hold(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void>;
};
