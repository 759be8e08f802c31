import { embeddedVariables, readEmbeddedEnvironment } from "@hub/embedded";
import { gatewayServiceVariables, readGatewayEnvironment } from "@hub/gateway/environment";
import { ownerVariables, serviceVariables } from "@hub/kit";
import { OWNERS, SUBGRAPHS, type Variable } from "@hub/schema";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");

/** Every variable of every process, by its name. */
const variables = new Map<string, Variable<unknown>>(
  [
    embeddedVariables,
    gatewayServiceVariables,
    ...SUBGRAPHS.map(({ name }) => serviceVariables(name)),
    ...OWNERS.map((owner) => ownerVariables(owner)),
  ]
    .flatMap((spec) => Object.values(spec) as Variable<unknown>[])
    .map((variable) => [variable.name, variable]),
);

describe(".env.example", () => {
  const named = [...example.matchAll(/^# ?([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1] ?? "");

  it("names every variable a process reads, once, and no other", () => {
    expect(named.toSorted()).toEqual([...variables.keys(), "HUB_RUNTIME_FILE", "CHROMIUM_PATH"].toSorted());
  });

  it("shows the defaults as they are", () => {
    for (const [name, { fallback }] of variables) {
      const shown = new RegExp(`^# ?${name}=(.*)$`, "m").exec(example)?.[1];
      if (typeof fallback === "number" || typeof fallback === "boolean") expect(shown, name).toBe(String(fallback));
    }
  });
});

describe("a process with a bad environment", () => {
  it("names every problem of the gateway at once", () => {
    const source = { PORT: "http", HUB_ENGINE: "mesh", SUBGRAPH_URL_SCHOOLS: "schools:4001" };
    expect(() => readGatewayEnvironment(source)).toThrow(
      [
        'PORT: found "http"; expected a whole number from 0 to 65535',
        'HUB_ENGINE: found "mesh"; expected one of apollo, hub',
        "VIEWER_SECRET: found nothing; expected at least 32 characters",
        "SUBGRAPH_URL_SCHOOLS: found a text of 12 characters; expected an address beginning with http:// or https://",
      ].join("\n"),
    );
  });

  it("names the databases that are left out when one of the four is given", () => {
    const source = {
      DATABASE_URL_SCHOOLS: "postgresql://hub@db/schools",
      DATABASE_URL_FUNDING: "postgres://hub@db/funding",
    };
    expect(() => readEmbeddedEnvironment(source)).toThrow(
      /^DATABASE_URL_PERSONNEL: found nothing.*\nDATABASE_URL_INSPECTION/,
    );
  });
});
