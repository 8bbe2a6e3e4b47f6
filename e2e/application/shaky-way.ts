import http from "node:http";
import type { AddressInfo } from "node:net";

export type ShakyWay = {
  address: string;
  /**
   * `through`; `down`: nobody answers; `deaf`: what is asked arrives, and its answer gets lost.
   */
  mode: "through" | "down" | "deaf";
  /** What has arrived at the other end, as method and path. */
  arrived: string[];
  close(): Promise<void>;
};

/** A way to an application that can break off, in either direction. */
export async function openShakyWay(to: { port: number }): Promise<ShakyWay> {
  const server = http.createServer((request, response) => {
    if (way.mode === "down") return void request.socket.destroy();
    const { method = "GET", url = "/", headers } = request;
    const forwarded = http.request({ host: "localhost", port: to.port, method, path: url, headers }, (answer) => {
      way.arrived.push(`${method} ${url}`);
      if (way.mode === "deaf") {
        answer.resume();
        answer.once("end", () => request.socket.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    forwarded.once("error", () => request.socket.destroy());
    request.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const way: ShakyWay = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mode: "through",
    arrived: [],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return way;
}
