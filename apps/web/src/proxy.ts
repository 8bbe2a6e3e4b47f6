import { NextResponse, type NextRequest } from "next/server";
import { readWebEnv } from "./env.ts";
import { securityHeaders } from "./security-headers.ts";

/**
 * Stands before every request: `/api/*` goes to the API server (the live stream passes unbuffered), pages get the
 * security headers. Here and not in `rewrites()` because those targets are fixed when the app is built.
 * It is no border: what a person may see is decided by the API alone.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const env = readWebEnv();
  if (pathname.startsWith("/api/")) return NextResponse.rewrite(new URL(pathname + search, env.apiOrigin));

  const nonce = btoa(crypto.randomUUID());
  const headers = securityHeaders(nonce, env.isDevelopment);
  const forwarded = new Headers(request.headers);
  // Next reads the nonce for its own scripts from the policy of the request.
  forwarded.set("content-security-policy", headers["content-security-policy"] ?? "");
  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

// Files have a way of their own: forward-to-api.ts.
export const config = {
  matcher: ["/((?!_next/static|_next/image|icon.svg|favicon.ico|api/attachments/|api/capture$|api/hooks/).*)"],
};
