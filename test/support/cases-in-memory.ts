import { memoryLeaves } from '#infra/memory/leaves.ts'
import { caseKeysBy } from '#infra/system/case-keys.ts'

/** A place for cases that ends with the test. */
export const casesInMemory = () => ({
  leaves: memoryLeaves(),
  keys: caseKeysBy({ secret: 'a cases secret for tests' }),
})
