import type { Service } from "./service.ts";

/** Everything together, PostgreSQL included, must have ended by then. */
const STOP_WITHIN_MS = 45_000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** How often we look whether the package manager that started us is still there. */
const LOOK_FOR_PARENT_EVERY_MS = 1_000;

export type Shutdown = {
  /** Watches a process: its unexpected end ends everything. Processes stop in the reverse order of this call. */
  supervise(service: Service): void;
  /** What to stop after all processes. */
  last(name: string, stop: () => Promise<void>): void;
  /** Something else ended that must not: says so and stops everything with exit code 1. */
  failed(reason: string): void;
  isStopping(): boolean;
  /** Stops everything and ends this program. */
  stop(exitCode: number): Promise<never>;
};

/**
 * Makes signals, a dead parent and the unexpected end of a process stop the application in order: web, worker, api,
 * PostgreSQL. A second signal ends everything at once.
 */
export function installShutdown(onStopped: () => void): Shutdown {
  const services: Service[] = [];
  const finals: { name: string; stop: () => Promise<void> }[] = [];
  let stopping: Promise<never> | undefined;

  const stop = (exitCode: number): Promise<never> => (stopping ??= stopInOrder(exitCode));
  let signals = 0;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      signals += 1;
      if (signals > 1) endNow();
      console.log("\n  Stopping. Once more ends everything at once.");
      void stop(0);
    });
  }
  stopWithPackageManager(() => void stop(0));
  return {
    supervise(service) {
      services.push(service);
      void service.ended.then((how) => {
        if (stopping) return;
        console.error(
          `\n  ${service.name} ${how} unexpectedly. Its last words (all of them in ${service.logFile}):\n\n${service.lastOutput()}\n`,
        );
        void stop(1);
      });
    },
    last: (name, stopFinal) => void finals.unshift({ name, stop: stopFinal }),
    failed(reason) {
      if (stopping) return;
      console.error(`\n  ${reason}\n`);
      void stop(1);
    },
    isStopping: () => stopping !== undefined,
    stop,
  };

  async function stopInOrder(exitCode: number): Promise<never> {
    const limit = setTimeout(endNow, STOP_WITHIN_MS);
    limit.unref();
    for (const service of ["web", "worker", "api"].flatMap((name) =>
      services.filter((candidate) => candidate.name === name),
    ))
      await service.stop();
    for (const final of finals)
      await final.stop().catch((error: unknown) => console.error(`  ${final.name} did not stop cleanly:`, error));
    onStopped();
    process.exit(exitCode);
  }

  function endNow(): never {
    for (const service of services) service.kill();
    // PostgreSQL gets its signal from the exit hook of local-postgres, and recovers by itself if even that fails.
    process.exit(1);
  }
}

/** A package manager that is killed does not pass it on. Started by hand, we outlive the terminal if it lets us. */
function stopWithPackageManager(stop: () => void): void {
  if (!process.env["npm_lifecycle_event"]) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, LOOK_FOR_PARENT_EVERY_MS).unref();
}
