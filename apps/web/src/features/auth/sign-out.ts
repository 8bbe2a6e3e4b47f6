/** Ends the session at the server; false when that did not work. Apart from signing in, which no board needs. */
export async function signOut(): Promise<boolean> {
  try {
    const headers = { "content-type": "application/json", accept: "application/json" };
    return (await fetch("/api/auth/sign-out", { method: "POST", headers, body: "{}" })).ok;
  } catch {
    return false;
  }
}
