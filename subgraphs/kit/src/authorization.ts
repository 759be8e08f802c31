import type { Role, Viewer } from "@hub/schema";
import { HubError } from "@hub/schema";
import type { AuthCheckerFn } from "type-graphql";

/** The part of every subgraph's context that says who asks. */
export interface ViewerContext {
  readonly viewer: Viewer;
}

/** Whether the viewer has one of the roles; `admin` has them all. */
export function hasRole(viewer: Viewer, roles: readonly Role[]): boolean {
  return viewer.roles.some((role) => role === "admin" || roles.includes(role));
}

/** What the codes of the counties whose rows exist for the viewer begin with; empty for the whole graph. */
export function areaPrefix(viewer: Viewer): string {
  return viewer.area === null ? "" : viewer.area.replace(/(00)+$/, "");
}

/**
 * Whether rows of a county exist for the viewer: the viewer's area is the county, a division above it, or nothing less
 * than the whole graph.
 */
export function seesCounty(viewer: Viewer, countyCode: string): boolean {
  return countyCode.startsWith(areaPrefix(viewer));
}

/** Refuses a field marked `@Authorized([...roles])` with FORBIDDEN on its path. */
export const authChecker: AuthCheckerFn<ViewerContext, Role> = ({ context, info }, roles) => {
  if (hasRole(context.viewer, roles)) return true;
  const field = `${info.parentType.name}.${info.fieldName}`;
  throw new HubError(
    "FORBIDDEN",
    `Field ${field}: found roles ${context.viewer.roles.join(", ")}; expected ${roles.join(" or ")}.`,
    {
      field,
    },
  );
};
