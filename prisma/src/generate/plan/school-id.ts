import { createHash } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The hub's id of a planned school, "SCH-" and eight base32 characters: the same county and key give the same id. */
export function schoolId(countyCode: string, key: string): string {
  const digest = createHash("sha256").update(`school/${countyCode}/${key}`).digest();
  const bits = digest.readUIntBE(0, 5);
  const characters = Array.from({ length: 8 }, (_, place) => ALPHABET[Math.floor(bits / 32 ** (7 - place)) % 32]);
  return `SCH-${characters.join("")}`;
}
