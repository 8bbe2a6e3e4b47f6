import { parentPort, workerData } from "node:worker_threads";
import { readMail } from "./read-mail.ts";

// Large mails are read beside the process: a second of one thread would stop the jobs of everybody.
parentPort?.postMessage(await readMail(workerData as Uint8Array));
