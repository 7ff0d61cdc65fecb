// Reads what a runner wrote, ctest's JUnit or vitest's JSON, and says "PASSED FAILED".
import { readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');

function ofJunit() {
  const [suite] = /<testsuite\b[^>]*>/.exec(text) ?? [];
  const number = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(suite)?.[1]);
  // A test that did not run is no test that passed.
  const failed = number('failures') + number('disabled') + number('skipped');
  return [number('tests') - failed, failed];
}

// A file that could not even be read counts as one that failed.
function ofVitest() {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(text);
  const broken = testResults.filter(
    (result) =>
      result.status === 'failed' && result.assertionResults.every((a) => a.status !== 'failed'),
  );
  return [numPassedTests, numFailedTests + broken.length];
}

const [passed, failed] = file.endsWith('.xml') ? ofJunit() : ofVitest();
if (!Number.isInteger(passed) || !Number.isInteger(failed))
  throw new Error(`${file}: not understood`);
console.log(passed, failed);
