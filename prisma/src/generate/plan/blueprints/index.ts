import type { CountyBlueprint } from "../blueprint.js";
import { erdaojiang } from "./erdaojiang.js";
import { jingyu } from "./jingyu.js";
import { licheng } from "./licheng.js";
import { luhe } from "./luhe.js";
import { pucheng } from "./pucheng.js";

/** The five counties the documents speak of. */
export const realBlueprints: readonly CountyBlueprint[] = [jingyu, luhe, licheng, pucheng, erdaojiang];
