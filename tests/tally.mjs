// Reads what a runner wrote, ctest's JUnit or vitest's JSON, and says "PASSED FAILED", then the
// name of each that failed on a line of its own.
import { readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');

function ofJunit() {
  const [suite] = /<testsuite\b[^>]*>/.exec(text) ?? [];
  const number = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(suite)?.[1]);
  // A test that did not run is no test that passed.
  const failed = number('failures') + number('disabled') + number('skipped');
  const names = [...text.matchAll(/<testcase name="([^"]*)"[^>]*status="(?!run")/g)];
  return [number('tests') - failed, failed, names.map(([, name]) => name)];
}

// A file that could not even be read counts as one that failed.
function ofVitest() {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(text);
  const broken = testResults.filter(
    (result) =>
      result.status === 'failed' && result.assertionResults.every((a) => a.status !== 'failed'),
  );
  const failures = testResults.flatMap((result) =>
    result.assertionResults.filter((a) => a.status === 'failed').map((a) => a.fullName),
  );
  return [
    numPassedTests,
    numFailedTests + broken.length,
    [...failures, ...broken.map((result) => result.name)],
  ];
}

const [passed, failed, names] = file.endsWith('.xml') ? ofJunit() : ofVitest();
if (!Number.isInteger(passed) || !Number.isInteger(failed))
  throw new Error(`${file}: not understood`);
console.log([`${passed} ${failed}`, ...names].join('\n'));
