import { catalogOf, schemaKinds } from "./catalog-of.ts";
import { contentOf, differing } from "./content-of.ts";
import type { Ground, Subject } from "./ground.ts";

const sides = ["api", "worker"] as const;

/** The rows of both our databases. */
export async function contentOfBoth({ urls }: Pick<Subject, "urls">): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  for (const side of sides)
    for (const [table, sum] of Object.entries(await contentOf(urls[side]))) content[`${side} ${table}`] = sum;
  return content;
}

/** How their schemas, indexes, keys and rights are not as a deploy leaves them. */
export async function unlikeDeployed(
  { deployedUrls }: Pick<Ground, "deployedUrls">,
  { urls }: Pick<Subject, "urls">,
): Promise<string[]> {
  const odd: string[] = [];
  for (const side of sides)
    odd.push(...differing(await catalogOf(deployedUrls[side], schemaKinds), await catalogOf(urls[side], schemaKinds)));
  return odd.map((line) => `not as a deploy leaves it: ${line}`);
}
