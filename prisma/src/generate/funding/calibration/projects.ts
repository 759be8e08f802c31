import type { ProjectPlan } from "../project-plan.js";
import { projects220622 } from "./projects-220622.js";
import { projects140426, projects220503, projects441523, projects610526 } from "./projects-others.js";

/** What the stated projects need beyond the document, by project id. */
export const projectPlans: Readonly<Record<string, ProjectPlan>> = {
  ...projects220622,
  ...projects441523,
  ...projects140426,
  ...projects610526,
  ...projects220503,
};
