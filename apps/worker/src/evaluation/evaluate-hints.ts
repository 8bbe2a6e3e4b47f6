/* oxlint-disable no-console -- what it finds is for whoever runs it */
// Precision and recall of the agents on the evaluation set: pnpm evaluate:hints [--misses]
import { textAgents } from "../agents/agents.ts";
import { evaluateTextAgents } from "./evaluate-text-agents.ts";
import { readCaptures } from "./read-captures.ts";
import { missesOf, reportOf } from "./report.ts";

const captures = readCaptures();
const judged = evaluateTextAgents(textAgents, captures);
console.log(`${captures.length} captures`);
for (const line of reportOf(judged)) console.log(line);
if (process.argv.includes("--misses")) for (const line of ["", ...missesOf(judged)]) console.log(line);
