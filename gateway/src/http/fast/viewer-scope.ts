import type { Viewer } from "@hub/schema";

const scopes = new WeakMap<Viewer, string>();

/** What decides which rows and fields there are for a viewer: roles, scopes and area; not who it is. */
export function viewerScope(viewer: Viewer): string {
  const known = scopes.get(viewer);
  if (known !== undefined) return known;
  const scope = JSON.stringify([viewer.roles.toSorted(), viewer.scopes.toSorted(), viewer.area]);
  scopes.set(viewer, scope);
  return scope;
}
