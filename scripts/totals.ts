/** Adds up the results that the test runs left, and prints the one line that sums them up. Skipped tests count as failed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Results {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

const folder = process.argv[2]!;
let passed = 0;
let failed = 0;
for (const file of readdirSync(folder)) {
  const results = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Results;
  passed += results.numPassedTests;
  failed += results.numFailedTests + results.numPendingTests + results.numTodoTests;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
