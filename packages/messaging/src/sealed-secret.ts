import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const form = "v1";
const ivBytes = 12;
const tagBytes = 16;

/**
 * A secret as it may be stored and sent along with events: AES-256-GCM under a key made of the environment's. `about`
 * says whose it is and what for; sealed for one thing it does not open for another.
 */
export function sealSecret(key: string, about: string, secret: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", keyFor(key), iv).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([iv, cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${form}.${sealed.toString("base64url")}`;
}

/** The secret again; `null` when it was sealed with another key, for something else, or has been changed. */
export function openSecret(key: string, about: string, sealed: string): string | null {
  const [version, text = ""] = sealed.split(".");
  const bytes = Buffer.from(text, "base64url");
  if (version !== form || bytes.length < ivBytes + tagBytes) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(key), bytes.subarray(0, ivBytes))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(-tagBytes));
    const opened = decipher.update(bytes.subarray(ivBytes, -tagBytes));
    return Buffer.concat([opened, decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** The variable may be any long text, and a later use of it gets a key of its own. */
function keyFor(key: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", "kanban sealed secrets v1", 32));
}
