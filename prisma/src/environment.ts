import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readEnvironment, textValue, type EnvironmentSource } from "@hub/schema";

const checkout = fileURLToPath(new URL("../..", import.meta.url));

const variables = {
  folder: textValue("HUB_DATA", {
    about: "Folder of the embedded PostgreSQL and of the hub's own secrets; relative to the checkout.",
    fallback: ".hub",
    expected: "a folder",
  }),
};

/** The hub's data folder, absolute. Throws CONFIGURATION_INVALID. */
export function readDataFolder(source: EnvironmentSource = process.env): string {
  return resolve(checkout, readEnvironment(variables, source).folder);
}
