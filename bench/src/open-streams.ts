import { Agent, type ClientRequest, request } from "node:http";

export type Streams = {
  /** Runs `act`, which makes something of this id happen, and answers how long each client waited to hear of it. */
  hear(id: string, act: () => Promise<unknown>): Promise<number[]>;
  close(): void;
};

/** Opens many event streams and waits until each has said its first word. */
export async function openStreams(url: string, headers: Record<string, string>, count: number): Promise<Streams> {
  const agent = new Agent({ maxSockets: Infinity });
  let listening: { id: string; begin: number; waits: number[]; done: () => void } | null = null;
  const requests: ClientRequest[] = [];

  const open = () =>
    new Promise<void>((resolve, reject) => {
      const asking = request(url, { agent, headers: { ...headers, accept: "text/event-stream" } }, (response) => {
        if (response.statusCode !== 200) return reject(new Error(`A stream answered ${response.statusCode}`));
        let heard = "";
        let last = "";
        response.on("data", (chunk: Buffer) => {
          resolve();
          if (!listening || last === listening.id) return;
          // A message may come in two pieces.
          heard = heard.slice(-64) + chunk.toString();
          if (!heard.includes(listening.id)) return;
          last = listening.id;
          listening.waits.push(performance.now() - listening.begin);
          if (listening.waits.length === count) listening.done();
        });
        response.on("error", () => {});
      });
      asking.on("error", reject);
      asking.end();
      requests.push(asking);
    });

  // A few at a time: what is measured is not how fast a thousand can knock.
  for (let opened = 0; opened < count; opened += 50)
    await Promise.all(Array.from({ length: Math.min(50, count - opened) }, open));

  return {
    async hear(id, act) {
      const waits: number[] = [];
      const all = new Promise<void>((done) => {
        listening = { id, begin: performance.now(), waits, done };
      });
      await act();
      await all;
      listening = null;
      return waits;
    },
    close() {
      for (const asking of requests) {
        asking.on("error", () => {});
        asking.destroy();
      }
      agent.destroy();
    },
  };
}
