/** As pino logs. */
type ProcessLog = Record<"info" | "error" | "fatal", (facts: object, message: string) => void>;

/** Longer than anything that runs in a process may take; then the supervisor's patience ends, too. */
const drainMs = 10_000;

/**
 * How every process of the product ends, and what becomes of defects nothing caught. To be called before anything else
 * runs; what it returns is told how to stop as soon as there is something to stop.
 *
 * - SIGTERM and SIGINT: what runs is let come to its end, at most ten seconds, and the process ends with 0. Whoever
 *   asks twice does not want to wait: it ends at once, with 1.
 * - An exception nobody caught broke off code in the middle, and the memory it left may say anything. Ending at once is
 *   safe, because whatever must last is a transaction; going on, even for a drain, might commit nonsense.
 * - A rejection nobody waited for is a defect, too, but nothing depends on it: what else runs is let come to its end.
 *   The process then ends with 1 and its supervisor starts a fresh one.
 */
export function guardProcess({
  log,
  count = () => {},
}: {
  log: ProcessLog;
  /** Hears of each such defect, for counting. */
  count?: (kind: "exception" | "rejection") => void;
}): { stopWith: (stop: () => Promise<void>) => void } {
  let stop: (() => Promise<void>) | null = null;
  let isStopping = false;

  const end = (reason: string, exitCode: number) => {
    isStopping = true;
    if (!stop) process.exit(exitCode);
    log.info({ reason }, "stopping");
    setTimeout(() => {
      log.error({ reason }, "stopped in the middle: draining took too long");
      process.exit(1);
    }, drainMs).unref();
    stop().then(
      () => {
        log.info({ reason }, "stopped");
        process.exit(exitCode);
      },
      (error: unknown) => {
        log.error({ err: error }, "stopped with an error");
        process.exit(1);
      },
    );
  };

  process.on("uncaughtException", (error) => {
    count("exception");
    log.fatal({ err: error }, "uncaught");
    process.exit(1);
  });
  process.on("unhandledRejection", (reason) => {
    count("rejection");
    log.fatal({ err: reason }, "unhandled rejection");
    if (!isStopping) end("unhandled rejection", 1);
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      end(signal, 0);
    });
  return { stopWith: (how) => (stop = how) };
}
