import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  address,
  flag,
  oneOf,
  readEnvironment,
  secret,
  textValue,
  wholeNumber,
  withRuntimeFile,
} from "./environment.js";

const spec = {
  port: wholeNumber("PORT", { about: "Port.", fallback: 4000, min: 1, max: 65_535 }),
  engine: oneOf("ENGINE", ["apollo", "hub"], { about: "Engine.", fallback: "apollo" }),
  introspection: flag("INTROSPECTION", { about: "Introspection.", fallback: true }),
  database: address("DATABASE_URL", ["postgresql"], { about: "Database." }),
  key: secret("KEY", { about: "Key.", minLength: 16, fallback: null }),
  issuer: textValue("ISSUER", { about: "Issuer.", expected: "a name", fallback: null }),
};

const database = "postgresql://hub:sesame@127.0.0.1/schools";

it("gives values of their types, and fallbacks where nothing or an empty text is set", () => {
  expect(readEnvironment(spec, { DATABASE_URL: database, PORT: "", INTROSPECTION: " false " })).toEqual({
    port: 4000,
    engine: "apollo",
    introspection: false,
    database,
    key: null,
    issuer: null,
  });
});

it("names every problem at once, and repeats no secret", () => {
  const source = {
    PORT: "99999",
    ENGINE: "mesh",
    INTROSPECTION: "yes",
    DATABASE_URL: "mysql://root:sesame@db",
    KEY: "sesame",
  };
  expect(() => readEnvironment(spec, source)).toThrow(
    [
      'PORT: found "99999"; expected a whole number from 1 to 65535',
      'ENGINE: found "mesh"; expected one of apollo, hub',
      'INTROSPECTION: found "yes"; expected true or false',
      "DATABASE_URL: found a text of 22 characters; expected an address beginning with postgresql://",
      "KEY: found a text of 6 characters; expected at least 16 characters",
    ].join("\n"),
  );
});

it.each(["4000.5", "-1", "4e3", "0x10", "0", "４０００"])("refuses the port %s", (PORT) => {
  expect(() => readEnvironment(spec, { DATABASE_URL: database, PORT })).toThrow(`PORT: found "${PORT}"`);
});

it("says that a variable without a fallback is missing", () => {
  expect(() => readEnvironment(spec, {})).toThrow("DATABASE_URL: found nothing; expected an address");
});

it("takes what a running process left in the runtime file, but prefers the environment", async () => {
  const folder = await mkdtemp(join(tmpdir(), "environment-"));
  const file = join(folder, "runtime.json");
  const facts = { HUB_RUNTIME_PID: String(process.pid), DATABASE_URL: database, PORT: "4001" };
  await writeFile(file, JSON.stringify(facts));

  const source = withRuntimeFile({ HUB_RUNTIME_FILE: file, PORT: "4002" });
  expect(source).toMatchObject({ DATABASE_URL: database, PORT: "4002" });
  expect(withRuntimeFile({ PORT: "4002" })).toEqual({ PORT: "4002" });

  await writeFile(file, JSON.stringify({ ...facts, HUB_RUNTIME_PID: "999999999" }));
  expect(() => withRuntimeFile({ HUB_RUNTIME_FILE: file }, 50)).toThrow("found no file of a running hub");
  await rm(folder, { recursive: true });
});
