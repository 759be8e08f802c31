import { askedBelow } from "@hub/kit";
import type { GraphQLResolveInfo } from "graphql";
import type { SchoolsContext } from "../context.js";
import { askedQuestion } from "./funded-overdue.arguments.js";

/** Begins to read the schools of an area while the area itself is looked up, where a question about it needs them. */
export function readAreaSchoolsAhead(info: GraphQLResolveInfo, areaCode: string, { loaders }: SchoolsContext): void {
  for (const { args, fields } of askedBelow(info, "fundedOverdue")) {
    if (!fields.has("schoolIds") && !fields.has("schoolNames")) continue;
    try {
      void loaders.fundedOverdueSchools.loadAll([askedQuestion(areaCode, args)]);
    } catch {
      // The field itself will say what is wrong with its arguments.
    }
  }
}
