import { tmpdir } from "node:os";
import path from "node:path";

/** For processes a test starts: what one of them has compiled the next ones find. Half of a start is compiling. */
export const compileCache = { NODE_COMPILE_CACHE: path.join(tmpdir(), "kanban-test-compile-cache") };
