import { randomUUID } from "node:crypto";

/** Where the programs under test believe people to be. */
export const APP_URL = "http://localhost:3000";

/** Somebody signed in, speaking HTTP to an API. */
export type Member = {
  query<Data>(procedure: string, input: object): Promise<Data>;
  mutate<Data>(procedure: string, input: object): Promise<Data>;
};

/** Makes an account and signs in to it. */
export async function signUp(apiUrl: string): Promise<Member> {
  const answer = await fetch(`${apiUrl}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: APP_URL },
    body: JSON.stringify({ name: "Vera", email: `${randomUUID()}@example.test`, password: `a word ${randomUUID()}` }),
  });
  if (!answer.ok) throw new Error(`sign-up answered ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const ask = async <Data>(procedure: string, search: string, init: RequestInit): Promise<Data> => {
    const answer = await fetch(`${apiUrl}/api/trpc/${procedure}${search}`, {
      ...init,
      headers: { cookie, "content-type": "application/json" },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${procedure} answered ${answer.status}: ${text}`);
    return (JSON.parse(text) as { result: { data: Data } }).result.data;
  };
  return {
    query: (procedure, input) =>
      ask(procedure, `?input=${encodeURIComponent(JSON.stringify(input))}`, { method: "GET" }),
    mutate: (procedure, input) =>
      ask(procedure, "", { method: "POST", body: JSON.stringify({ mutationId: randomUUID(), ...input }) }),
  };
}
