import { AsyncLocalStorage } from "node:async_hooks";
import { faultOf } from "@kanban/db-api/fault";

/** Of one request: whether a query of it met a database that is busy or away. */
const requests = new AsyncLocalStorage<{ metBusy: boolean }>();

/** Remembers why a query failed, for the request it belongs to. */
export function noteFault(error: unknown): void {
  const request = requests.getStore();
  if (request && faultOf(error) === "busy") request.metBusy = true;
}

/**
 * Runs a request of the auth library. It catches some errors of its database and answers as if the input were wrong or
 * itself broken; what the database had to do with it is noted on the way up.
 */
export async function answerOrBusy(answer: () => Promise<Response>): Promise<Response | "busy"> {
  const request = { metBusy: false };
  try {
    const response = await requests.run(request, answer);
    return request.metBusy && response.status >= 400 ? "busy" : response;
  } catch (error) {
    if (request.metBusy || faultOf(error) === "busy") return "busy";
    throw error;
  }
}
