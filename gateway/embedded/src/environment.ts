import { gatewayVariables } from "@hub/gateway/environment";
import {
  address,
  HubError,
  OWNERS,
  readEnvironment,
  textValue,
  wholeNumber,
  type Environment,
  type EnvironmentSource,
  type OwnerName,
  type Variable,
} from "@hub/schema";
import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";

/** This process's own variables, for the processes it starts. */
export const inherited: EnvironmentSource = process.env;

/** The checkout this hub runs from. */
export const checkout: string = fileURLToPath(new URL("../../..", import.meta.url));

type DatabaseKey = `${OwnerName}Database`;

/** What a hub that brings everything with it can be told. */
export const embeddedVariables = {
  ...gatewayVariables,
  logLevel: { ...gatewayVariables.logLevel, fallback: "warn" as const },
  dataFolder: textValue("HUB_DATA", {
    about: "Folder of the embedded PostgreSQL and of the hub's own secrets; relative to the checkout.",
    fallback: ".hub",
    expected: "a path",
  }),
  workers: wholeNumber("WORKERS", {
    about: "Processes of npm start that answer; 0: one for each core, 16 at most. They share the connections out.",
    fallback: 0,
    min: 0,
    max: 64,
  }),
  ...(Object.fromEntries(
    OWNERS.map((owner) => [
      `${owner}Database`,
      address(`DATABASE_URL_${owner.toUpperCase()}`, ["postgresql", "postgres"], {
        about: `Database of the ${owner} subgraph; with all four of them set, no PostgreSQL is started.`,
        fallback: null,
      }),
    ]),
  ) as Record<DatabaseKey, Variable<string | null>>),
} as const;

/** What readEmbeddedEnvironment gives. */
export interface EmbeddedEnvironment extends Environment<typeof embeddedVariables> {
  /** The four databases given, or null: the embedded PostgreSQL. */
  readonly databases: Readonly<Record<OwnerName, string>> | null;
}

/** The databases the environment names: all, or none. Throws CONFIGURATION_INVALID naming those left out. */
function databasesOf(environment: Environment<typeof embeddedVariables>): EmbeddedEnvironment["databases"] {
  const urls = OWNERS.map((owner) => [owner, environment[`${owner}Database`]] as const);
  const missing = urls.filter(([, url]) => url === null).map(([owner]) => `DATABASE_URL_${owner.toUpperCase()}`);
  if (missing.length === OWNERS.length) return null;
  if (missing.length === 0) return Object.fromEntries(urls) as Record<OwnerName, string>;
  const problems = missing.map(
    (name) => `${name}: found nothing; expected an address, as the other databases have one`,
  );
  throw new HubError("CONFIGURATION_INVALID", problems.join("\n"), { problems });
}

/** Reads the embedded hub's variables. Throws CONFIGURATION_INVALID naming every problem. */
export function readEmbeddedEnvironment(source: EnvironmentSource = inherited): EmbeddedEnvironment {
  const environment = readEnvironment(embeddedVariables, source);
  const { dataFolder } = environment;
  return {
    ...environment,
    dataFolder: isAbsolute(dataFolder) ? dataFolder : join(checkout, dataFolder),
    databases: databasesOf(environment),
  };
}
