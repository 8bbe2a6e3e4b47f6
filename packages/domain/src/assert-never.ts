/** Makes a `switch` over a closed set exhaustive at compile time; throws if bad data reaches it at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
