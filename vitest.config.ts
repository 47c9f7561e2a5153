import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'
import { closingLine } from '#test/support/closing-line.ts'
import { fullOnly } from '#test/support/full-only.ts'
import { LongestFirst } from '#test/support/longest-first.ts'
import { quickFolder } from '#test/support/quick-folder.ts'
import { seedOfTree } from '#test/support/seed.ts'

// What was compiled once is loaded by the next worker, and by every command that a test runs.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(
  new URL('node_modules/.cache/compiled', import.meta.url),
)

const quick = quickFolder()
if (quick !== undefined) process.env['TMPDIR'] = quick

process.env['TEST_SEED'] = String(seedOfTree())

const isFull = process.env['TEST_BUDGET'] !== undefined

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/witness/**', ...(isFull ? [] : fullOnly)],
    setupFiles: ['test/support/seeded.ts'],
    globalSetup: ['test/support/postgres/once.ts'],
    // One more than there are cores: a file that waits for a disk, a server or a browser leaves its core to another.
    maxWorkers: availableParallelism() + 1,
    // Files share what one of them has loaded; to load it for each takes longer than most of them.
    isolate: false,
    // Node reads this house as it stands; to hand each module through the runner takes a third longer.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // Most of what a test makes is gone at its end, and is cheaper to clear away in large pieces.
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: LongestFirst },
    // Ends what hangs. How long something may take is said in time of its own: a busy machine is no fault.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    reporters: ['default', closingLine()],
  },
})
