/** Where captures are sent: directly, and through the web server. */
export const capturePaths: readonly string[] = ["/capture", "/api/capture"];

/** Where a token ends itself. */
export const captureTokenPaths: readonly string[] = capturePaths.map((path) => `${path}/token`);

/** Where a token asks which boards it may add to. */
export const captureBoardPaths: readonly string[] = capturePaths.map((path) => `${path}/boards`);
