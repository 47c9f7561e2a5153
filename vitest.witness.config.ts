import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { closingLine } from '#test/support/closing-line.ts'

// Pages tell what they told before only on a day that stands, also to the files that name it when they are loaded.
process.env['VILLAGE_DAY'] = '2026-06-28'

export default defineConfig({
  test: {
    include: ['test/witness/*.test.ts'],
    maxWorkers: availableParallelism(),
    // Node reads this house as it stands, as in `vitest.config.ts`.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    reporters: ['default', closingLine()],
  },
})
