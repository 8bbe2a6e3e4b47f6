import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";

/** A connection to an address, never to a name; with TLS the certificate must be the name's. */
export type SocketOrder = {
  address: string;
  port: number;
  /** `null` without TLS. */
  certifiedName: string | null;
  signal: AbortSignal;
};
export type OpenSocket = (order: SocketOrder) => Promise<Socket>;

/** Opens a socket to exactly the address it is given. */
export const openSocket: OpenSocket = ({ address, port, certifiedName, signal }) => {
  // Guarded here, too: given a name, both functions below would look it up by themselves.
  if (isIP(address) === 0) return Promise.reject(new Error("Sockets are opened to addresses only"));
  return new Promise((resolve, reject) => {
    const socket =
      certifiedName === null
        ? connectTcp({ host: address, port })
        : connectTls({
            host: address,
            port,
            ...(isIP(certifiedName) === 0 ? { servername: certifiedName } : {}),
            ALPNProtocols: ["http/1.1"],
          });
    const abort = () => socket.destroy(new Error("Took too long"));
    signal.addEventListener("abort", abort, { once: true });
    socket.once(certifiedName === null ? "connect" : "secureConnect", () => {
      signal.removeEventListener("abort", abort);
      resolve(socket);
    });
    socket.once("error", reject);
    if (signal.aborted) abort();
  });
};
