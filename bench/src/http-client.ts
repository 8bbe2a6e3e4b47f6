import { randomUUID } from "node:crypto";
import type { Column } from "@kanban/domain/entities";
import type { BoardId } from "@kanban/domain/ids";

/** One session at a running API, as a script would use it. */
export type HttpClient = {
  cookie: string;
  query<T>(procedure: string, input: unknown): Promise<T>;
  mutate<T>(procedure: string, input: Record<string, unknown>): Promise<T>;
};

/** Signs a new account up at an API whose pages people reach under `appUrl`. */
export async function signUp(apiUrl: string, appUrl: string): Promise<HttpClient> {
  const answer = await fetch(`${apiUrl}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: appUrl },
    body: JSON.stringify({ name: "Bench", email: `${randomUUID()}@example.test`, password: randomUUID() }),
  });
  if (!answer.ok) throw new Error(`Sign-up answered ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const read = async <T>(procedure: string, response: Response): Promise<T> => {
    if (!response.ok) throw new Error(`${procedure} answered ${response.status}: ${await response.text()}`);
    return ((await response.json()) as { result: { data: T } }).result.data;
  };
  return {
    cookie,
    query: async (procedure, input) => {
      const url = `${apiUrl}/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
      return read(procedure, await fetch(url, { headers: { cookie } }));
    },
    mutate: async (procedure, input) =>
      read(
        procedure,
        await fetch(`${apiUrl}/api/trpc/${procedure}`, {
          method: "POST",
          headers: { cookie, "content-type": "application/json" },
          body: JSON.stringify({ mutationId: randomUUID(), ...input }),
        }),
      ),
  };
}

/** A new board of that account, without tasks. */
export async function createBoard(client: HttpClient): Promise<{ boardId: BoardId; columns: Column[] }> {
  const { boardId } = await client.mutate<{ boardId: BoardId }>("board.create", { name: "Bench" });
  const { columns } = await client.query<{ columns: Column[] }>("board.snapshot", { boardId });
  return { boardId, columns: columns.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)) };
}
