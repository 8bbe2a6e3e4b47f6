import type { Socket } from "node:net";
import type { PoolClient } from "pg";

/** What pg has and its types leave out. */
type WithSocket = {
  connection: {
    stream: Socket;
    on(event: "errorMessage", listener: (error: { severity?: string | undefined }) => void): void;
  };
};

/**
 * Cuts connections whose server no longer answers. The server ends every statement within its own limit, so an answer
 * owed for `withinMs` will not come: packets are swallowed, or the machine is gone, and TCP itself would take a quarter
 * of an hour to say so. pg's `query_timeout` is no help: it fails the query and leaves the dead connection to the next.
 *
 * One whose server has said goodbye (a shutdown in answer to a COMMIT) is closed at once: until the server's own closing
 * is noticed it would look idle, and be lent to the next request.
 *
 * Whatever killed one connection killed its idle neighbours, too: they are cut with it, or each of them would cost a
 * request its whole patience.
 */
export function guardAnswers(withinMs: number): (client: PoolClient) => void {
  const idle = new Set<Socket>();
  return (client) => {
    const { connection } = client as unknown as WithSocket;
    const { stream } = connection;
    connection.on("errorMessage", ({ severity }) => {
      if (severity === "FATAL") stream.destroy(new ServerLeft());
    });
    let timer: NodeJS.Timeout | undefined;
    const giveUp = () => {
      const gone = new ServerSilent(withinMs);
      stream.destroy(gone);
      for (const socket of idle) socket.destroy(gone);
    };
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      idle.delete(stream);
      if (timer) timer.refresh();
      else timer = setTimeout(giveUp, withinMs);
      return query(...args);
    }) as typeof client.query;
    const settle = () => {
      clearTimeout(timer);
      timer = undefined;
    };
    client.on("drain", () => {
      settle();
      idle.add(stream);
    });
    client.on("end", () => {
      settle();
      idle.delete(stream);
    });
  };
}

/** Read like any other broken connection: try again later. */
class ServerSilent extends Error {
  readonly code = "ETIMEDOUT";
  constructor(withinMs: number) {
    super(`The database has not answered for ${withinMs} ms`);
  }
}

class ServerLeft extends Error {
  readonly code = "ECONNRESET";
  constructor() {
    super("The database has closed the connection");
  }
}
