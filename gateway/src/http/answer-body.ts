import { utf8Bytes } from "@hub/schema";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** The ways an answer may be compressed, the preferred one first. */
export const ENCODINGS = ["br", "gzip"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Shorter answers are sent as they are. */
export const COMPRESS_FROM_BYTES = 1_024;

/** Higher qualities cost more time than they save on the wire. */
export const BROTLI_QUALITY = 4;

const compressors: Readonly<Record<Encoding, (plain: Buffer) => Promise<Buffer>>> = {
  br: (plain) =>
    promisify(brotliCompress)(plain, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      },
    }),
  gzip: promisify(gzip) as (plain: Buffer) => Promise<Buffer>,
};

/** The bytes of an answer, and their compressed forms once somebody asked for them. */
export class AnswerBody {
  readonly plain: Buffer;
  #forms: Map<Encoding, Promise<Buffer>> | undefined;

  constructor(text: string) {
    this.plain = utf8Bytes(text);
  }

  compressed(encoding: Encoding): Promise<Buffer> {
    this.#forms ??= new Map();
    const form = this.#forms.get(encoding) ?? compressors[encoding](this.plain);
    this.#forms.set(encoding, form);
    return form;
  }
}

/** The encoding an `accept-encoding` header asks for; null for the bytes as they are. */
export function chooseEncoding(header: string | undefined): Encoding | null {
  if (header === undefined) return null;
  const offered = new Map<string, number>();
  for (const part of header.split(",")) {
    const [name = "", weight] = part.split(";");
    offered.set(name.trim().toLowerCase(), weight === undefined ? 1 : Number(weight.replace(/^\s*q=/, "")));
  }
  const weightOf = (name: string): number => offered.get(name) ?? offered.get("*") ?? 0;
  const best = ENCODINGS.reduce((left, right) => (weightOf(right) > weightOf(left) ? right : left));
  return weightOf(best) > (offered.get("identity") ?? 0) ? best : null;
}
