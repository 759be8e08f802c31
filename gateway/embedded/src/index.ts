export { embeddedVariables, readEmbeddedEnvironment, type EmbeddedEnvironment } from "./environment.js";
export { printSubgraphs } from "./print-subgraphs.js";
export { createReporter, type Reporter } from "./reporter.js";
export { startHub, type HubOptions, type RunningHub } from "./start-hub.js";
