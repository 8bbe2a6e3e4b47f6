/* oxlint-disable no-console -- what it finds is for whoever runs it */
// Precision and recall of the agents on the evaluation set: pnpm evaluate:hints [--misses]
import { learntAgents, textAgents } from "../agents/agents.ts";
import { evaluateLearntAgents } from "./evaluate-learnt-agents.ts";
import { evaluateTextAgents } from "./evaluate-text-agents.ts";
import { measureMemory } from "./measure-memory.ts";
import { proposalsForPlainTitles } from "./plain-titles.ts";
import { readCaptures } from "./read-captures.ts";
import { readPeople } from "./read-people.ts";
import { learntMissesOf, learntReportOf, missesOf, reportOf } from "./report.ts";
import { learntShortfallsOf, shortfallsOf } from "./thresholds.ts";

const captures = readCaptures();
const judged = evaluateTextAgents(textAgents, captures);
const people = readPeople();
const own = people.flatMap((person) => person.captures).length;
console.log(`${captures.length} captures to be read, ${own} of ${people.length} people with a past`);
for (const line of reportOf(judged)) console.log(line);
const idle = proposalsForPlainTitles(textAgents, people);
console.log(
  `\nOf ${idle.titles} titles of people with a past, in which hardly any says when, ${idle.proposals.length} get a hint`,
);
const learnt = evaluateLearntAgents(learntAgents, people);
for (const line of learntReportOf(learnt)) console.log(line);
const remembered = 10_000;
const { megabytes, learntInMs, judgedInMs } = measureMemory(remembered);
console.log(
  `\n${remembered} tasks are remembered in ${megabytes.toFixed(1)} MB and learnt in ${learntInMs.toFixed(0)} ms; ` +
    `all agents that learn take ${judgedInMs.toFixed(1)} ms for one more text`,
);
const shortfalls = [...shortfallsOf(judged), ...learntShortfallsOf(learnt)];
console.log(["", ...(shortfalls.length > 0 ? shortfalls : ["Every threshold holds."])].join("\n"));
if (process.argv.includes("--misses"))
  for (const line of ["", ...missesOf(judged), ...learntMissesOf(learnt)]) console.log(line);
