/** Where captures are sent: directly, and through the web server. */
export const capturePaths: readonly string[] = ["/capture", "/api/capture"];
