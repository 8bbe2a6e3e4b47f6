import { faultOf } from "@kanban/db-api/fault";
import { DomainError, type Refusal } from "@kanban/domain/refusal";
import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { answerInTime } from "./answer-in-time.ts";
import { actorContext, type RequestContext } from "./context.ts";
import { statusOfRefusal } from "./refusal-status.ts";
import { isInstanceAdmin } from "./user/user.repository.ts";

/** What a client is told of a failure beside tRPC's code: never a stack, a query or a name of the inside. */
export type ErrorData = {
  /** Why the operation was refused. */
  refusal?: Refusal;
  /** What is wrong with the input, by path. */
  issues?: { path: string; message: string }[];
  /** Names the entry in the server's log. */
  errorId?: string;
};

/** A defect, already logged under this id. */
class Defect extends Error {
  readonly id: string;
  constructor(id: string) {
    super("Something went wrong");
    this.id = id;
  }
}

const t = initTRPC.context<RequestContext>().create({
  // A stream that never says anything looks dead to proxies; one that never ends would outlive its session's checks.
  sse: {
    ping: { enabled: true, intervalMs: 15_000 },
    maxDurationMs: 600_000,
    client: { reconnectAfterInactivityMs: 40_000 },
  },
  errorFormatter({ shape, error }) {
    const { code, httpStatus, path } = shape.data;
    const data: typeof shape.data & ErrorData = {
      code,
      httpStatus,
      ...(path === undefined ? {} : { path }),
      ...told(error),
    };
    // A refusal's message is its code; tRPC's own messages name the procedure or the method at most.
    const isInputError = error.cause instanceof ZodError;
    return { ...shape, message: isInputError ? "The input is not valid" : error.message, data };
  },
});

function told({ cause }: TRPCError): ErrorData {
  if (cause instanceof DomainError) return { refusal: { code: cause.code, details: cause.details } };
  if (cause instanceof Defect) return { errorId: cause.id };
  if (cause instanceof ZodError) {
    // Twenty tell a person enough; a hostile input could have thousands.
    const issues = cause.issues.slice(0, 20);
    return { issues: issues.map((issue) => ({ path: issue.path.map(String).join("."), message: issue.message })) };
  }
  return {};
}

/** Turns whatever a procedure threw into what may be told; logs what is our own fault. */
function explain(error: TRPCError, path: string, log: RequestContext["log"]): TRPCError {
  const { cause } = error;
  if (cause instanceof DomainError) {
    return new TRPCError({ code: statusOfRefusal[cause.code], message: cause.code, cause });
  }
  // Thrown as such, here or by tRPC itself (bad input, no session): says what it should already.
  if (error.code !== "INTERNAL_SERVER_ERROR") return error;
  const defect = new Defect(crypto.randomUUID());
  if (faultOf(cause) !== "defect") {
    log.warn({ err: cause, path, errorId: defect.id }, "database busy or away");
    return new TRPCError({ code: "SERVICE_UNAVAILABLE", message: "Busy, please try again", cause: defect });
  }
  log.error({ err: cause ?? error, path, errorId: defect.id }, "defect in a procedure");
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: defect.message, cause: defect });
}

const procedure = t.procedure.use(async ({ ctx, path, type, next }) => {
  const startedAt = performance.now();
  const { answerBy = Number.POSITIVE_INFINITY, log, observe } = ctx;
  const ended = (outcome: string) =>
    observe?.({ procedure: path, type, outcome, seconds: (performance.now() - startedAt) / 1_000 });
  try {
    const isBound = type !== "subscription" && answerBy !== Number.POSITIVE_INFINITY;
    const result = await (isBound ? answerInTime(next(), answerBy) : next());
    if (!result.ok) throw explain(result.error, path, log);
    ended("OK");
    return result;
  } catch (error) {
    ended(error instanceof TRPCError ? outcomeOf(error) : "INTERNAL_SERVER_ERROR");
    throw error;
  }
});

function outcomeOf({ cause, code }: TRPCError): string {
  return cause instanceof DomainError ? cause.code : code;
}

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Open to everybody. */
export const publicProcedure = procedure;

/** For somebody signed in; the operation gets who that is as `ctx.actor`. */
export const protectedProcedure = procedure.use(({ ctx, next }) => {
  const { session, answerBy: _, ...deps } = ctx;
  if (!session) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first" });
  return next({ ctx: actorContext(deps, session) });
});

/** For administrators of the instance. Anybody else is told what tRPC tells of a procedure that does not exist. */
export const adminProcedure = protectedProcedure.use(async ({ ctx, path, next }) => {
  if (!(await isInstanceAdmin(ctx.db, ctx.actor.userId)))
    throw new TRPCError({ code: "NOT_FOUND", message: `No procedure found on path "${path}"` });
  return next();
});
