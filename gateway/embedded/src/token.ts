import { createDevelopmentToken } from "@hub/gateway";
import { HubError, ROLES, runMain } from "@hub/schema";
import { parseArgs } from "node:util";
import { readEmbeddedEnvironment } from "./environment.js";
import { developmentSecret } from "./secrets.js";

const USAGE = `npm run token -- --role <role> [--role <role> …] [--area <division code>] [--subject <name>]

Prints a bearer token, valid for 8 hours, that the hub of this checkout accepts.
  --role     ${ROLES.join(", ")}
  --area     division whose rows the bearer may read beyond the public register; left out: everywhere
  --subject  who the bearer is; "developer" unless given`;

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      role: { type: "string", multiple: true, default: [] },
      area: { type: "string" },
      subject: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const secret = developmentSecret(readEmbeddedEnvironment());
  if (secret === null) {
    throw new HubError("CONFIGURATION_INVALID", "Tokens: found another issuer's key; expected TOKEN_SECRET or none.");
  }
  const { role: roles, area, subject } = values;
  const token = await createDevelopmentToken({
    secret,
    roles,
    ...(area === undefined ? {} : { area }),
    ...(subject === undefined ? {} : { subject }),
  });
  process.stdout.write(`${token}\n`);
});
