import { randomUUID } from "node:crypto";
import type { AttachmentId, BoardId, TaskId } from "@kanban/domain/ids";
import { expect, test } from "vitest";
import { attachmentPath, isOwnFile } from "./attachment-path.ts";

const place = { boardId: randomUUID() as BoardId, taskId: randomUUID() as TaskId, id: randomUUID() as AttachmentId };

test("the address of a file is one of our own", () => {
  expect(isOwnFile(attachmentPath(place))).toBe(true);
});

test.each([
  "https://evil.example/pixel.png",
  "//evil.example/api/attachments",
  `https://evil.example${attachmentPath(place)}`,
  `${attachmentPath(place)}/../../../auth/sign-out`,
  `${attachmentPath(place)}?x=1`,
  `\\\\evil.example${attachmentPath(place)}`,
  "javascript:alert(1)",
  "data:image/png;base64,AAAA",
  "/api/auth/sign-out",
  "",
])("%s is not", (address) => expect(isOwnFile(address)).toBe(false));
