// Adds up the test reports of all workspaces and the checks given as arguments: passed, failed, exit code of the tests.
import { globSync, readFileSync } from "node:fs";

let [passed = 0, failed = 0, testsExit = 0] = process.argv.slice(2).map(Number);
let skipped = 0;
let failedTests = 0;

for (const file of globSync("{*,*/*}/reports/test.json")) {
  const report = JSON.parse(readFileSync(file, "utf8"));
  passed += report.numPassedTests;
  failedTests += report.numFailedTests;
  skipped += report.numPendingTests + report.numTodoTests;
  // A file that could not be read as tests has failed, though none of its tests has.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  for (const { name, message } of broken) console.log(`${name}: ${message}`);
  failedTests += broken.length;
}

if (testsExit !== 0 && failedTests === 0) failedTests = 1;
failed += failedTests;
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
