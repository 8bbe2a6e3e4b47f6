import type { ChangePayload, ChangeType } from "@kanban/domain/change";
import type { BoardEnvelope } from "@kanban/events/envelope";
import type { PoolClient } from "pg";
import type { AgentOrders } from "./jobs/agent-orders.ts";
import type { SendJob } from "./jobs/send-job.ts";

/** What a handler may use. All it writes goes through `tx` and is committed with the event's mark. */
export type HandlerContext = {
  tx: PoolClient;
  envelope: BoardEnvelope;
  /** The board's clock at this event. */
  boardSeq: number;
  /** The board was past it already: what it changed is known, and what rests on that has been looked at. */
  isBehind: boolean;
  sendJob: SendJob;
  agentOrders: AgentOrders;
};

/** One thing an event of a type causes; harmless to repeat. */
export type Handler<Type extends ChangeType> = {
  name: string;
  run: (context: HandlerContext, payload: ChangePayload<Type>) => Promise<void>;
};
