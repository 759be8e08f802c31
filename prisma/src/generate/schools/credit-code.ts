import { createHash } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const DEPARTMENT = { publicInstitution: "12", privateNonProfit: "52" } as const;

/**
 * A made-up 统一社会信用代码 that is well formed by GB 32100: department, division, organisation code with the check
 * character of GB 11714, and the check character of the whole. The same key gives the same code.
 */
export function creditCode(kind: keyof typeof DEPARTMENT, divisionCode: string, key: string): string {
  const digest = createHash("sha256").update(`credit-code/${key}`).digest();
  const organisation = Array.from({ length: 8 }, (_, index) => ALPHABET[(digest[index] ?? 0) % ALPHABET.length]).join(
    "",
  );
  const body = `${DEPARTMENT[kind]}${divisionCode}${organisation}${organisationCheck(organisation)}`;
  return `${body}${creditCodeCheck(body)}`;
}

/** The last character of a code, from the seventeen before it (GB 32100). */
export function creditCodeCheck(body: string): string {
  const sum = [...body].reduce((total, character, index) => total + ALPHABET.indexOf(character) * (3 ** index % 31), 0);
  return ALPHABET[(31 - (sum % 31)) % 31] ?? "";
}

function organisationCheck(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...body].reduce(
    (total, character, index) => total + Number.parseInt(character, 36) * (weights[index] ?? 0),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? "X" : String(check);
}
