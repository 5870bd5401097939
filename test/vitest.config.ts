import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const report = process.env['CHITIEU_TEST_REPORT']
const quick = process.env['TEST_SIZE'] === 'quick'

/** What takes long even as a sample, or starts other programs: left out where an answer within a minute is wanted. */
const SLOW = [
  'test/ask/commune-names.test.ts',
  'test/ask/fuzz.test.ts',
  'test/ask/ordinary-questions.test.ts',
  'test/bot/inbox-door.test.ts',
  'test/bot/judged-conversations.test.ts',
  'test/browser/**',
  'test/channels/crabline.test.ts',
  'test/channels/province-month.test.ts',
  'test/cli/**',
  'test/db/open-sqlite.test.ts',
  'test/house/stub-channel.test.ts',
  'test/http/front/**',
  'test/imports/broken-spreadsheets.test.ts',
  'test/imports/dresses.test.ts',
  'test/imports/folder.test.ts',
  'test/imports/fuzz.test.ts',
  'test/imports/in-parts.test.ts',
  'test/imports/office-files.test.ts',
  'test/imports/spreadsheets.test.ts',
  'test/imports/template.test.ts',
  'test/lib/side-thread.test.ts',
  'test/reference/**',
  'test/replies/generated/**',
  'test/replies/pictures/**',
  'test/replies/sheets/**',
  'test/sample/**',
  'test/second/standing.test.ts',
  'test/service/**',
  'test/stories/**',
  'test/upgrade/**',
  'test/walks/**',
]

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: quick ? SLOW : [],
    globalSetup: ['test/db/run-folder.ts'],
    setupFiles: ['test/setup.ts'],
    // Files share what they import, which is read once instead of 170 times.
    isolate: false,
    // One more than processors: who waits for a browser or another program lets another file go on.
    maxWorkers: availableParallelism() + 1,
    // A test that waits for ever ends at last; what is too slow is said in processor time by the tests themselves.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 300_000 } },
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    coverage: {
      // Counts in these rooms alone; the engine's own coverage slows whatever runs, by a third.
      provider: 'istanbul',
      include: ['src/core/**/*.ts', 'src/ask/**/*.ts', 'src/answers/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      reportsDirectory: 'coverage',
      thresholds: {
        'src/core/**/*.ts': { lines: 95 },
        'src/ask/**/*.ts': { lines: 95 },
        'src/answers/**/*.ts': { lines: 95 },
      },
    },
  },
})
