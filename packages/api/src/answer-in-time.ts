import { TRPCError } from "@trpc/server";

/**
 * What `work` comes to, unless that takes beyond `by` (in milliseconds of `performance.now()`): then the caller hears
 * that the service is busy. The work itself goes on to one of its own limits. It may still be committed: whoever asks
 * again under the same mutation id gets its answer.
 * @throws TRPCError SERVICE_UNAVAILABLE
 */
export async function answerInTime<Result>(work: Promise<Result>, by: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new TRPCError({ code: "SERVICE_UNAVAILABLE", message: "Busy, please try again" })),
      Math.max(0, by - performance.now()),
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
