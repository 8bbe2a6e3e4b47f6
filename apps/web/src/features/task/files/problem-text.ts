import { refusalText } from "../../refusal/refusal-text.ts";
import { filesStrings } from "./files.strings.ts";
import type { UploadProblem } from "./upload.ts";

/** The sentence a person reads when an upload did not come about. */
export function problemText(problem: UploadProblem): string {
  switch (problem.kind) {
    case "network":
      return filesStrings.failedNetwork;
    case "signed-out":
      return filesStrings.failedSignedOut;
    case "refused":
      return refusalText(problem);
  }
}
