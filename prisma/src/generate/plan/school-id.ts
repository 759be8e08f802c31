import { createHash } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 3 characters for the county, 7 for the school: 34 thousand million ids a county, so that two schools never meet. */
const COUNTY_CHARACTERS = 3;
const SCHOOL_CHARACTERS = 7;

/** As many base32 characters of the text's digest, of at most 48 bits. */
function base32(text: string, length: number): string {
  const bits = createHash("sha256").update(text).digest().readUIntBE(0, 6);
  return Array.from({ length }, (_, place) => ALPHABET[Math.floor(bits / 32 ** place) % 32]).join("");
}

/**
 * The hub's id of a planned school, "SCH-" and ten base32 characters: the same county and key give the same id.
 *
 * Schools entered together have neighbouring ids, as a register gives them out: what is asked together lies together in
 * every index, however many counties are beside it.
 */
export function schoolId(countyCode: string, key: string): string {
  return `SCH-${base32(`county/${countyCode}`, COUNTY_CHARACTERS)}${base32(`school/${countyCode}/${key}`, SCHOOL_CHARACTERS)}`;
}
