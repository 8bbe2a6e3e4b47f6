/**
 * The headers of every page. Scripts run only with this response's nonce. Styles may be inline: React and the
 * floating layers place themselves through style attributes, which cannot carry a nonce.
 */
export function securityHeaders(nonce: string, isDevelopment: boolean): Record<string, string> {
  const policy = [
    "default-src 'self'",
    // Development needs eval: React's refresh rebuilds call stacks with it.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Named, because a policy with 'strict-dynamic' would ask a worker for a nonce.
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    // Development's hot reload speaks over a web socket.
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  return {
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    // For dictation, where the browser has it.
    "permissions-policy": "camera=(), microphone=(self), geolocation=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
  };
}
