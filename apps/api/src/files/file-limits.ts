import type { FileLimits } from "@kanban/api/attachment/create-attachment";
import { limits } from "@kanban/domain/limits";
import type { ApiEnv } from "../env.ts";

const megabyte = 1024 * 1024;

/** How much this instance takes: as its operator says, else what the product thinks fit. */
export function fileLimitsOf(env: Pick<ApiEnv, "ATTACHMENT_LIMIT_MB" | "BOARD_FILES_LIMIT_MB">): FileLimits {
  const { ATTACHMENT_LIMIT_MB: file, BOARD_FILES_LIMIT_MB: board } = env;
  return {
    bytesPerFile: file === undefined ? limits.attachmentBytes : file * megabyte,
    bytesPerBoard: board === undefined ? limits.attachmentBytesPerBoard : board * megabyte,
  };
}
