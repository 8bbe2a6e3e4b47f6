import net, { type AddressInfo } from "node:net";

/** A TCP connection's way to a server, with faults at will. */
export type Wire = {
  /** The server's URL, through this wire. */
  url: string;
  /** Ends every connection; new ones are closed at once. */
  cut(): void;
  /** Whatever is sent is lost without a word, on these connections for ever; new ones are taken and never answered. */
  swallow(): void;
  /** New connections work again. */
  heal(): void;
  stop(): Promise<void>;
};

/** Puts a wire before the server `serverUrl` names. */
export async function startWire(serverUrl: string): Promise<Wire> {
  const { hostname, port } = new URL(serverUrl);
  let state: "whole" | "cut" | "swallowing" = "whole";
  const open = new Set<{ near: net.Socket; far: net.Socket | null; isDead: boolean }>();
  // A database speaks in small pieces: held back until the last one is confirmed, each would cost 40 ms.
  const server = net.createServer({ noDelay: true }, (near) => {
    if (state === "cut") return near.destroy();
    const isDead = state === "swallowing";
    const connection = {
      near,
      far: isDead ? null : net.connect({ port: Number(port), host: hostname, noDelay: true }),
      isDead,
    };
    const { far } = connection;
    open.add(connection);
    const pass = (from: net.Socket, to: net.Socket | null) => {
      from.on("data", (chunk) => connection.isDead || to?.write(chunk));
      from.on("error", () => {});
      from.on("close", () => {
        if (from === near) open.delete(connection);
        // Nobody hears of it on the other side of a dead wire.
        if (!connection.isDead || from === near) to?.destroy();
      });
    };
    pass(near, far);
    if (far) pass(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(serverUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const endAll = () => {
    for (const { near, far } of open) for (const socket of [near, far]) socket?.destroy();
  };
  return {
    url: url.href,
    cut: () => {
      state = "cut";
      endAll();
    },
    swallow: () => {
      state = "swallowing";
      for (const connection of open) connection.isDead = true;
    },
    heal: () => {
      state = "whole";
    },
    stop: () => {
      endAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
