// pg ships no types for this inner file; plain-column-types.ts is its only reader.
declare module "pg/lib/result.js" {
  const Result: { prototype: object };
  export default Result;
}
