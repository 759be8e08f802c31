import { createHash, generateKeyPairSync, sign } from "node:crypto";

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const objectId = (hex: string): Buffer => der(0x06, Buffer.from(hex, "hex"));
const time = (text: string): Buffer => der(0x18, Buffer.from(text, "latin1"));
const extension = (id: string, value: Buffer): Buffer => sequence(objectId(id), der(0x04, value));

/** A key and a certificate by itself for a name and an IPv4 address, both PEM; good until 2099. */
export function selfSigned(host: string, address: readonly number[]): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const ecdsaWithSha256 = sequence(objectId("2a8648ce3d040302"));
  const publicInfo = publicKey.export({ type: "spki", format: "der" });
  const serial = createHash("sha256").update(publicInfo).digest().subarray(0, 8);
  serial[0] = 0x11;
  const name = sequence(der(0x31, sequence(objectId("550403"), der(0x0c, Buffer.from("wire")))));
  const names = sequence(der(0x82, Buffer.from(host)), der(0x87, Buffer.from(address)));
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    ecdsaWithSha256,
    name,
    sequence(time("20200101000000Z"), time("20990101000000Z")),
    name,
    publicInfo,
    der(0xa3, sequence(extension("551d11", names), extension("551d13", sequence(der(0x01, Buffer.from([0xff])))))),
  );
  const signature = sign("sha256", toBeSigned, privateKey);
  const certificate = sequence(toBeSigned, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64")}\n-----END CERTIFICATE-----\n`,
  };
}
