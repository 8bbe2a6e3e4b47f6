import type { Socket } from "node:net";
import { addMessage, fetchResponse, type ImapFolder, messagesIn, newFolder } from "./mail-folder.ts";
import { type Argument, type Command, literalAtEnd, parseCommand } from "./parse-command.ts";

/** What sessions share. */
export type ImapState = {
  folders: Map<string, ImapFolder>;
  capabilities: string;
  user: string;
  password: string;
  /** Asked before a command is carried out and before it is answered; may wait, and end the connection by throwing. */
  onCommand: (name: string, moment: "before" | "after", given: readonly Argument[]) => void | Promise<void>;
};

type Answer = { untagged: (string | Buffer)[]; tagged: string | null };

/** One connection: RFC 3501 as far as a client of ours goes, with IDLE and MOVE. */
export class ImapSession {
  readonly #socket: Socket;
  readonly #state: ImapState;
  #input = Buffer.alloc(0);
  #pieces: string[] = [];
  #literal: number | null = null;
  #isBusy = false;
  #isSignedIn = false;
  #selected: ImapFolder | null = null;
  #idleTag: string | null = null;
  /** Messages the client knows the open folder to have. */
  #known = 0;

  constructor(socket: Socket, state: ImapState) {
    this.#socket = socket;
    this.#state = state;
    socket.on("data", (chunk: Buffer) => {
      this.#input = Buffer.concat([this.#input, chunk]);
      void this.#work();
    });
    socket.on("error", () => {});
    this.#send(`* OK [CAPABILITY ${state.capabilities}] at your service`);
  }

  /** Tells a waiting client that its folder has more messages. */
  announce(folder: ImapFolder): void {
    if (this.#selected !== folder || this.#idleTag === null) return;
    this.#known = folder.messages.length;
    this.#send(`* ${folder.messages.length} EXISTS`);
  }

  drop(): void {
    this.#socket.destroy();
  }

  #send(line: string): void {
    if (this.#socket.writable) this.#socket.write(`${line}\r\n`);
  }

  /** One command after another, however they come. */
  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      for (let command = this.#next(); command; command = this.#next()) await this.#carryOut(command);
    } catch {
      this.drop();
    } finally {
      this.#isBusy = false;
    }
  }

  /** The next whole command, `null` while more has to come. */
  #next(): Command | null {
    for (;;) {
      if (this.#literal !== null) {
        if (this.#input.length < this.#literal) return null;
        this.#pieces.push(this.#input.subarray(0, this.#literal).toString());
        this.#input = this.#input.subarray(this.#literal);
        this.#literal = null;
      }
      const end = this.#input.indexOf("\r\n");
      if (end < 0) return null;
      const line = this.#input.subarray(0, end).toString();
      this.#input = this.#input.subarray(end + 2);
      this.#pieces.push(line);
      const literal = literalAtEnd.exec(line);
      if (literal) {
        this.#literal = Number(literal[1]);
        this.#send("+ go on");
        continue;
      }
      const pieces = this.#pieces;
      this.#pieces = [];
      return /^DONE$/i.test(line) ? { tag: "", name: "DONE", arguments: [] } : parseCommand(pieces);
    }
  }

  async #carryOut(command: Command): Promise<void> {
    const { tag, name, arguments: given } = command;
    await this.#state.onCommand(name, "before", given);
    const answer = this.#answer(command);
    await this.#state.onCommand(name, "after", given);
    for (const part of answer.untagged) {
      if (typeof part === "string") this.#send(part);
      else this.#socket.write(part);
    }
    if (answer.tagged) this.#send(`${name === "DONE" ? (this.#idleTag ?? "*") : tag} ${answer.tagged}`);
    if (name === "DONE") this.#idleTag = null;
    if (name === "LOGOUT") this.#socket.end();
  }

  #answer(command: Command): Answer {
    const { name, arguments: given } = command;
    const ok = (...untagged: (string | Buffer)[]) => ({ untagged, tagged: `OK ${name} done` });
    const no = (reason: string) => ({ untagged: [], tagged: `NO ${reason}` });
    const { folders, user, password } = this.#state;
    if (name === "CAPABILITY") return ok(`* CAPABILITY ${this.#state.capabilities}`);
    if (name === "NOOP" || name === "DONE") return ok();
    if (name === "LOGOUT") return ok("* BYE see you");
    if (name === "LOGIN") {
      this.#isSignedIn = given[0] === user && given[1] === password;
      return this.#isSignedIn ? ok() : no("[AUTHENTICATIONFAILED] Invalid credentials");
    }
    if (!this.#isSignedIn) return { untagged: [], tagged: "BAD sign in first" };
    if (name === "LIST" || name === "LSUB") return ok(...this.#list(name, text(given.at(-1))));
    if (name === "CREATE") {
      folders.set(text(given[0]), folders.get(text(given[0])) ?? newFolder(text(given[0])));
      return ok();
    }
    if (name === "SELECT") return this.#select(text(given[0]));
    const folder = this.#selected;
    if (!folder) return { untagged: [], tagged: "BAD no folder is open" };
    if (name === "IDLE") {
      this.#idleTag = command.tag;
      this.#send("+ idling");
      // What has come since the last command is told now.
      if (folder.messages.length !== this.#known) this.announce(folder);
      return { untagged: [], tagged: null };
    }
    if (name === "UID SEARCH") {
      const set = text(given[given.findIndex((word) => text(word).toUpperCase() === "UID") + 1]);
      return ok(
        `* SEARCH ${messagesIn(folder, set)
          .map(({ uid }) => uid)
          .join(" ")}`.trimEnd(),
      );
    }
    const messages = messagesIn(folder, text(given[0]));
    if (name === "UID FETCH") {
      const items = flat(given[1] ?? []);
      const all = items.some((item) => item.toUpperCase() === "UID") ? items : ["UID", ...items];
      return ok(...messages.map((message) => fetchResponse(folder, message, all)));
    }
    if (name === "UID STORE") {
      for (const { flags } of messages) for (const flag of flat(given[2] ?? [])) flags.add(flag);
      return ok();
    }
    if (name === "UID MOVE") {
      const target = folders.get(text(given[1]));
      if (!target) return no("[TRYCREATE] no such folder");
      const gone = messages.map((message) => `* ${this.#remove(folder, message, target)} EXPUNGE`);
      return ok(...gone);
    }
    return { untagged: [], tagged: `BAD ${name} is not known here` };
  }

  #remove(folder: ImapFolder, message: ImapFolder["messages"][number], target: ImapFolder): number {
    const place = folder.messages.indexOf(message);
    folder.messages.splice(place, 1);
    addMessage(target, message);
    return place + 1;
  }

  #list(name: string, pattern: string): string[] {
    return [...this.#state.folders.values()]
      .filter(({ path }) => pattern === "*" || pattern === path)
      .map(({ path, specialUse }) => `* ${name} (${specialUse ?? ""}) "/" "${path}"`);
  }

  #select(path: string): Answer {
    const folder = this.#state.folders.get(path);
    this.#selected = folder ?? null;
    if (!folder) return { untagged: [], tagged: "NO [NONEXISTENT] no such folder" };
    this.#known = folder.messages.length;
    return {
      untagged: [
        "* FLAGS (\\Seen \\Flagged \\Deleted)",
        `* ${folder.messages.length} EXISTS`,
        "* OK [PERMANENTFLAGS (\\Seen \\Flagged \\*)] ok",
        `* OK [UIDVALIDITY ${folder.uidValidity}] ok`,
        `* OK [UIDNEXT ${folder.uidNext}] ok`,
      ],
      tagged: "OK [READ-WRITE] open",
    };
  }
}

function text(argument: Argument | undefined): string {
  return typeof argument === "string" ? argument : "";
}

function flat(argument: Argument): string[] {
  return typeof argument === "string" ? [argument] : argument.flatMap(flat);
}
