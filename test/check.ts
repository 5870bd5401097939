import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * `npm run check`: everything that must hold before a change lands, each step by its npm script. The last line is
 * `N passed, N failed`, steps and tests together. This list is the only one: CI runs this file.
 */
export const STEPS = ['types', 'lint', 'format', 'unused', 'test'] as const

if (import.meta.main) process.exitCode = check()

function check(): number {
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-check-'))
  const report = join(folder, 'report.json')
  const env = { ...process.env, CHITIEU_TEST_REPORT: report }
  const failed = STEPS.filter(step => {
    console.log(`== ${step}`)
    return spawnSync('npm', ['run', '--silent', step], { env, stdio: 'inherit' }).status !== 0
  })
  const tests = countedIn(report)
  rmSync(folder, { recursive: true, force: true })
  for (const step of failed) console.log(`!! ${step} failed`)
  console.log(`${STEPS.length - failed.length + tests.passed} passed, ${failed.length + tests.failed} failed`)
  return failed.length === 0 ? 0 : 1
}

/** How many tests passed and failed; none where they did not come to a report. */
function countedIn(report: string): { passed: number; failed: number } {
  try {
    const counts: { numPassedTests: number; numFailedTests: number } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    return { passed: counts.numPassedTests, failed: counts.numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
