const BRACKETS_SPACES_AND_MARKS = /[\s()[\]{}<>《》「」【】·.,,。、—_-]/gu;
const COUNTY_PREFIX = /^\p{Script=Han}{0,3}?[县市区](?=\p{Script=Han}{2})/u;

/**
 * A school name as it is compared in search: half width, lower case, without spaces, brackets and marks, without the
 * county or city before it, and with 中心小学 and 中心学校 as 中心校.
 *
 * The official form is what answers print; this one never leaves the database.
 */
export function normalizeSchoolName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(BRACKETS_SPACES_AND_MARKS, "")
    .replace(COUNTY_PREFIX, "")
    .replace(/中心(小学|学校)/u, "中心校");
}
