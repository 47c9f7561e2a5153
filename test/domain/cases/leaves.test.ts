import { memoryLeaves } from '#infra/memory/leaves.ts'
import { leavesSuite } from '#test/contract/leaves-suite.ts'

leavesSuite('leaves in memory', async () => ({ leaves: memoryLeaves(), close: async () => {} }))
