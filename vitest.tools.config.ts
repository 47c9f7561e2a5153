import { defineConfig } from 'vitest/config'
import { closingLine } from '#test/support/closing-line.ts'

/** Tests that need programs which npm does not bring: `.ci/run` installs them. */
export default defineConfig({
  test: {
    include: ['test/tools/**/*.tool.ts'],
    testTimeout: 900_000,
    reporters: ['default', closingLine()],
  },
})
