// One step in a process of its own: what it does to its event loop, its ports and its listeners is nobody else's.
import { runStep, type Step } from "./step.ts";

// Processes and databases it started hear of its end by the exit.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
process.once("disconnect", () => process.exit(1));

const result = await runStep(JSON.parse(process.argv[2]!) as Step);
process.send!(result, undefined, undefined, () => process.disconnect());
