import { parentPort, workerData } from "node:worker_threads";
import { readHtml } from "./read-html.ts";

// Large pages are read beside the process: seconds of one thread would stop the jobs of everybody.
parentPort?.postMessage(readHtml(workerData as string));
