import { expect, test } from "vitest";
import { createAnswerScanner } from "./answer-scanner.ts";
import { recordedAnswers, recordedWelcome } from "./testing/recorded-session.ts";

const answers = [recordedWelcome, ...recordedAnswers];
const stream = Buffer.concat(answers);

/** The answers found in `stream` when it comes in pieces of `size` bytes. */
function scan(size: number): { bytes: Buffer; status: string }[] {
  const found: { bytes: Buffer; status: string }[] = [];
  const scanner = createAnswerScanner();
  let parts: Buffer[] = [];
  for (let start = 0; start < stream.length; start += size) {
    for (const { bytes, status } of scanner(stream.subarray(start, start + size))) {
      parts.push(bytes);
      if (status === null) continue;
      found.push({ bytes: Buffer.concat(parts), status });
      parts = [];
    }
  }
  expect(parts).toEqual([]);
  return found;
}

test("finds where each answer ends and whether a transaction is open, however the stream is cut", () => {
  const statuses = ["I", "I", "T", "T", "T", "T", "T", "I"];
  for (let size = 1; size <= stream.length; size++) {
    expect(scan(size), `pieces of ${size}`).toEqual(
      answers.map((bytes, index) => ({ bytes, status: statuses[index] })),
    );
  }
});

test("a row that looks like the end of an answer is a row", () => {
  const row = Buffer.concat([Buffer.from([0x44, 0, 0, 0, 10]), Buffer.from([0x5a, 0, 0, 0, 5, 0x49])]);
  expect(createAnswerScanner()(row)).toEqual([{ bytes: row, status: null }]);
});
