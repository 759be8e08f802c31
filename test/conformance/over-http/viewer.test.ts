import { createDevelopmentToken } from "@hub/gateway";
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey } from "jose";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { startTinyHub, type TinyHub } from "./tiny-hub.js";

const secret = "a secret of at least thirty-two characters";

async function viewerOf(hub: TinyHub, authorization?: string) {
  return hub.ask("{ viewer }", authorization === undefined ? {} : { headers: { authorization } });
}

function signed(key: CryptoKey | Uint8Array, alg: string, claims: Record<string, unknown> = {}) {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ sub: "wang", exp: now + 60, ...claims }).setProtectedHeader({ alg, kid: "k1" }).sign(key);
}

it("takes a request without a token for the public", async () => {
  await using hub = await startTinyHub({ tokens: { secret } });
  expect((await viewerOf(hub)).data).toEqual({ viewer: ["public", "everywhere", "public"] });
});

it("reads subject, roles and area from a token, and passes over roles it does not know", async () => {
  await using hub = await startTinyHub({ tokens: { secret } });
  const token = await signed(new TextEncoder().encode(secret), "HS256", {
    roles: ["personnel", "printer"],
    area: "220622",
  });
  expect((await viewerOf(hub, `Bearer ${token}`)).data).toEqual({ viewer: ["wang", "220622", "public", "personnel"] });
});

it("accepts the development token it hands out itself", async () => {
  await using hub = await startTinyHub({ tokens: { secret } });
  const token = await createDevelopmentToken({ secret, roles: ["inspection"], area: "2206" });
  expect((await viewerOf(hub, `bearer ${token}`)).data).toEqual({
    viewer: ["developer", "2206", "public", "inspection"],
  });
  await expect(createDevelopmentToken({ secret, roles: ["mayor"] })).rejects.toThrow(
    'found "mayor"; expected one of public',
  );
});

const key = new TextEncoder().encode(secret);
const old = Math.floor(Date.now() / 1000) - 3600;
it.each([
  [
    "one signed with another key",
    () => signed(new TextEncoder().encode(`${secret}!`), "HS256"),
    "one that does not verify",
  ],
  ["an expired one", () => signed(key, "HS256", { exp: old }), "an expired one"],
  ["one that is not valid yet", () => signed(key, "HS256", { nbf: old + 36_000 }), 'claim "nbf"'],
  ["one without an end", () => signed(key, "HS256", { exp: undefined }), 'claim "exp"'],
  ["one without a subject", () => signed(key, "HS256", { sub: undefined }), "no subject"],
  ["a malformed area", () => signed(key, "HS256", { area: "靖宇县" }), "a malformed area"],
  ["another issuer's", () => signed(key, "HS256", { iss: "elsewhere" }), 'claim "iss"'],
  ["a text that is no token", () => Promise.resolve("x.y.z"), "one that does not verify"],
  [
    "an unsigned one",
    () => Promise.resolve(`${btoa('{"alg":"none"}')}.${btoa('{"sub":"wang","exp":9999999999}')}.`.replaceAll("=", "")),
    "one that does not verify",
  ],
])("refuses %s with 401", async (_case, token, found) => {
  await using hub = await startTinyHub({ tokens: { secret, issuer: found.includes("iss") ? "bureau" : null } });
  const { status, headers, data, errors } = await viewerOf(hub, `Bearer ${await token()}`);
  expect(status).toBe(401);
  expect(headers["www-authenticate"]).toBe("Bearer");
  expect(data).toBeUndefined();
  expect(errors[0]?.message).toContain(found);
  expect(errors[0]?.extensions).toMatchObject({ code: "UNAUTHENTICATED", retryable: false });
});

it("refuses another scheme, and any token while it has no key", async () => {
  await using hub = await startTinyHub();
  expect((await viewerOf(hub, "Basic d2FuZzpzZXNhbWU=")).status).toBe(401);
  expect((await viewerOf(hub, `Bearer ${await signed(key, "HS256")}`)).status).toBe(401);
});

it("verifies by a public key, and does not take the public key for a shared secret", async () => {
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  const pem = await exportSPKI(publicKey);
  await using hub = await startTinyHub({ tokens: { publicKey: pem } });

  expect((await viewerOf(hub, `Bearer ${await signed(privateKey, "ES256")}`)).status).toBe(200);
  const forged = await signed(new TextEncoder().encode(pem), "HS256");
  expect((await viewerOf(hub, `Bearer ${forged}`)).status).toBe(401);
});

it("verifies by a key set, and says that it is not the caller's fault when the key set does not answer", async () => {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const keys = [{ ...(await exportJWK(publicKey)), kid: "k1", alg: "RS256" }];
  const server = createServer((_request, response) => response.end(JSON.stringify({ keys }))).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
  const token = `Bearer ${await signed(privateKey, "RS256")}`;
  try {
    await using hub = await startTinyHub({ tokens: { jwksUrl } });
    expect((await viewerOf(hub, token)).status).toBe(200);
  } finally {
    server.close();
    server.closeAllConnections();
  }
  await using hub = await startTinyHub({ tokens: { jwksUrl } });
  expect((await viewerOf(hub, token)).status).toBe(503);
});

it("refuses to start with two keys, or one it cannot read", async () => {
  await expect(startTinyHub({ tokens: { secret, jwksUrl: "http://127.0.0.1:1/" } })).rejects.toThrow("found 2 of them");
  await expect(startTinyHub({ tokens: { publicKey: "-----BEGIN PUBLIC KEY-----" } })).rejects.toThrow(
    "an unreadable key",
  );
});
