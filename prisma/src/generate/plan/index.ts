export { planCounties } from "./plan-counties.js";
export type { CountiesOptions } from "./plan-counties.js";
export { planCounty } from "./plan-county.js";
export type { RegisterPlan, RegisterSchool } from "./register-plan.js";
