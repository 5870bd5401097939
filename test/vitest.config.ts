import { defineConfig } from 'vitest/config'

const report = process.env.CHITIEU_TEST_REPORT

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    coverage: {
      include: ['src/core/**/*.ts', 'src/ask/**/*.ts', 'src/answers/**/*.ts'],
      reporter: ['text-summary', 'json-summary', 'text'],
      reportsDirectory: 'coverage',
      thresholds: {
        'src/core/**/*.ts': { lines: 95 },
        'src/ask/**/*.ts': { lines: 95 },
        'src/answers/**/*.ts': { lines: 95 },
      },
    },
  },
})
