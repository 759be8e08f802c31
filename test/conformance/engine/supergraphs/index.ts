import type { SupergraphFixture } from "../supergraph-fixture.js";
import { aliases } from "./aliases.js";
import { circular } from "./circular.js";
import { enums } from "./enums.js";
import { inaccessible } from "./inaccessible.js";
import { interfaceObject } from "./interface-object.js";
import { interfaces } from "./interfaces.js";
import { keys } from "./keys.js";
import { keysMashup } from "./keys-mashup.js";
import { keysUnresolved } from "./keys-unresolved.js";
import { mutations } from "./mutations.js";
import { override } from "./override.js";
import { provides } from "./provides.js";
import { requiresArguments } from "./requires-arguments.js";
import { requiresBelow } from "./requires-below.js";
import { requiresChain } from "./requires-chain.js";
import { requiresCircular } from "./requires-circular.js";
import { requiresStaged } from "./requires-staged.js";
import { shareableLists } from "./shareable-lists.js";
import { sharedTypes } from "./shared-types.js";
import { splitOwners } from "./split-owners.js";
import { store } from "./store.js";
import { unionOverlap } from "./union-overlap.js";
import { unionParts } from "./union-parts.js";
import { unions } from "./unions.js";

/** One small graph per feature of federation. */
export const fixtures: readonly SupergraphFixture[] = [
  keys,
  keysMashup,
  keysUnresolved,
  requiresChain,
  requiresArguments,
  requiresBelow,
  requiresCircular,
  requiresStaged,
  provides,
  interfaceObject,
  interfaces,
  unions,
  unionOverlap,
  unionParts,
  sharedTypes,
  splitOwners,
  aliases,
  shareableLists,
  override,
  inaccessible,
  enums,
  circular,
  mutations,
  store,
];
