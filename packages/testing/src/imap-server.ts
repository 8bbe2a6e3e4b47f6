import { type AddressInfo, createServer as createPlain, type Socket } from "node:net";
import { createServer as createTls } from "node:tls";
import { addMessage, type ImapFolder, newFolder } from "./imap/mail-folder.ts";
import { ImapSession, type ImapState } from "./imap/session.ts";

/** A mail server in this process, whose folders a test can look into and whose every command it can stop at. */
export type ImapServer = {
  port: number;
  user: string;
  password: string;
  folder(path: string): ImapFolder;
  /** Puts a message into a folder; a client that waits there is told. Answers its UID. */
  deliver(source: string | Buffer, options?: { path?: string; internalDate?: Date }): number;
  /** Gives a folder another UIDVALIDITY and its messages other UIDs, as a server does that was restored. */
  renumber(path: string): void;
  onCommand: ImapState["onCommand"];
  setPassword(password: string): void;
  connections(): number;
  /** Ends every connection, as a restart of the server does. */
  dropAll(): void;
  stop(): Promise<void>;
};

/** What servers in use have at least; without LITERAL+, AUTH and ENABLE a client uses the plainest commands. */
const usualCapabilities = "IMAP4rev1 IDLE MOVE UIDPLUS SPECIAL-USE";

/** Starts a mail server with the folders INBOX and Archive; with TLS from the start when it is given a certificate. */
export async function startImapServer({
  user = "ada@example.com",
  password = "correct horse battery",
  capabilities = usualCapabilities,
  port = 0,
  tls,
}: {
  user?: string;
  password?: string;
  capabilities?: string;
  port?: number;
  tls?: { key: string; cert: string };
} = {}): Promise<ImapServer> {
  const sessions = new Set<ImapSession>();
  const state: ImapState = {
    folders: new Map([
      ["INBOX", newFolder("INBOX")],
      ["Archive", newFolder("Archive", "\\Archive")],
    ]),
    ...{ capabilities, user, password, onCommand: () => {} },
  };
  const accept = (socket: Socket) => {
    const session = new ImapSession(socket, state);
    sessions.add(session);
    socket.on("close", () => sessions.delete(session));
  };
  const server = tls ? createTls(tls, accept) : createPlain(accept);
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));

  const folder = (path: string) => {
    const known = state.folders.get(path) ?? newFolder(path);
    state.folders.set(path, known);
    return known;
  };
  return {
    port: (server.address() as AddressInfo).port,
    user,
    password,
    folder,
    deliver: (source, { path = "INBOX", internalDate = new Date() } = {}) => {
      const target = folder(path);
      const uid = addMessage(target, { source: Buffer.from(source), flags: new Set(), internalDate });
      for (const session of sessions) session.announce(target);
      return uid;
    },
    renumber: (path) => {
      const target = folder(path);
      target.uidValidity += 1;
      // Other numbers for all of them, some of which were others' before.
      for (const [index, message] of target.messages.entries()) message.uid = index + 2;
      target.uidNext = target.messages.length + 2;
    },
    get onCommand() {
      return state.onCommand;
    },
    set onCommand(listener) {
      state.onCommand = listener;
    },
    setPassword: (next) => {
      state.password = next;
    },
    connections: () => sessions.size,
    dropAll: () => {
      for (const session of sessions) session.drop();
    },
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const session of sessions) session.drop();
      await closed;
    },
  };
}
