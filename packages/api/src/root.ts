import { attachmentRouter } from "./attachment/attachment.router.ts";
import { boardRouter } from "./board/board.router.ts";
import { captureRouter } from "./capture/capture.router.ts";
import { columnRouter } from "./column/column.router.ts";
import { checklistItemRouter } from "./checklist-item/checklist-item.router.ts";
import { commentRouter } from "./comment/comment.router.ts";
import { contextRouter } from "./context/context.router.ts";
import { demoRouter } from "./demo/demo.router.ts";
import { clarifyRouter } from "./clarify/clarify.router.ts";
import { hintProcedures } from "./hint/hint.router.ts";
import { mailboxRouter } from "./mailbox/mailbox.router.ts";
import { operationsRouter } from "./operations/operations.router.ts";
import { pairingRouter } from "./pairing/pairing.router.ts";
import { presenceRouter } from "./presence/presence.router.ts";
import { projectRouter } from "./project/project.router.ts";
import { quarantineRouter } from "./quarantine/quarantine.router.ts";
import { referenceRouter } from "./reference/reference.router.ts";
import { searchRouter } from "./search/search.router.ts";
import { syncRouter } from "./sync/sync.router.ts";
import { tagRouter } from "./tag/tag.router.ts";
import { taskLinkRouter } from "./task-link/task-link.router.ts";
import { taskRouter } from "./task/task.router.ts";
import { tokenRouter } from "./token/token.router.ts";
import { router } from "./trpc.ts";
import { userRouter } from "./user/user.router.ts";
import { viewRouter } from "./view/view.router.ts";

export const appRouter = router({
  attachment: attachmentRouter,
  board: boardRouter,
  capture: captureRouter,
  column: columnRouter,
  checklistItem: checklistItemRouter,
  comment: commentRouter,
  context: contextRouter,
  demo: demoRouter,
  clarify: clarifyRouter,
  hint: hintProcedures,
  mailbox: mailboxRouter,
  operations: operationsRouter,
  pairing: pairingRouter,
  presence: presenceRouter,
  project: projectRouter,
  quarantine: quarantineRouter,
  reference: referenceRouter,
  search: searchRouter,
  sync: syncRouter,
  tag: tagRouter,
  task: taskRouter,
  taskLink: taskLinkRouter,
  token: tokenRouter,
  user: userRouter,
  view: viewRouter,
});

export type AppRouter = typeof appRouter;
