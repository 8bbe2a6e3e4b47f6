/* The one public door of the package: what a process needs to serve the API, and what a client may know of it by type. */
export type { ActorContext, ApiDeps, BoardWake, Clock, Log, RequestContext, Session } from "./context.ts";
export { actorContext } from "./context.ts";
export { type AppRouter, appRouter } from "./root.ts";
export type { ErrorData } from "./trpc.ts";
export { createCallerFactory } from "./trpc.ts";
