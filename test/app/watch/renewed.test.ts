import { expect, test } from 'vitest'
import { leafBytes } from '#domain/cases/leaves.ts'
import { memoryLeaves } from '#infra/memory/leaves.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { caseKeysBy } from '#infra/system/case-keys.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { randomOnNode, sha256 } from '#infra/system/system.ts'
import { oldLeavesIn, renewCases } from '#src/app/cases/resealing.ts'
import { enrol } from '#src/app/cases/team.ts'
import { reportOf, takeReport } from '#src/app/watch/reports.ts'
import { evidenceOf, reporterOf } from '#src/app/watch/sealed-parts.ts'
import { digestOfBytes } from '#test/support/digest.ts'
import { toldInShort } from '#test/app/watch/told.ts'

const networkId = 'a network'
const photo = new Uint8Array(9000).fill(7)

test('a report outlives the secret that it was sealed by: receipt, evidence and all', async () => {
  const beside = {
    clock: () => '2026-01-05T02:00:00.000Z',
    networkId,
    store: memoryStore(),
    signer: signerOnNode({ secret: 'a signing secret for tests' }),
    hash: sha256,
    random: randomOnNode,
    today: '2026-01-05',
  }
  const leaves = memoryLeaves()
  const before = { ...beside, leaves, keys: caseKeysBy({ secret: 'the secret of last year' }) }
  const desk = await enrol(before, { userId: 'ann', passphrase: 'four words nobody says' })
  if (desk === 'has-a-key') throw new Error('ann has a key already')
  const digest = digestOfBytes(photo)
  const done = await takeReport(before, {
    ...toldInShort,
    way: 'own',
    files: [{ bytes: photo, digest, kind: 'jpeg' }],
    reach: 'after dark',
    team: ['ann'],
  })
  if (typeof done === 'string') throw new Error('there is no room')
  const both = caseKeysBy({ secret: 'the secret of now', older: ['the secret of last year'] })
  await renewCases({ ...before, keys: both }, { networkIds: [networkId], fundIds: [] })
  // What still hangs on the older one is a worker's own key, which the passphrase alone renews.
  const after = { ...before, keys: caseKeysBy({ secret: 'the secret of now' }) }
  expect(await oldLeavesIn({ leaves, keys: both })).toMatchObject({ older: 0, shut: 0 })
  const report = (await reportOf(after, done.receipt))!
  expect(report).toMatchObject({ text: 'They kept my papers.', hasReporter: true })
  expect(await evidenceOf(after, report.evidence[0]!, digestOfBytes)).toEqual(photo)
  expect(await reporterOf(after, desk, report)).toBe('after dark')
})

test('of more leaves than are read at once each one is looked at', async () => {
  const leaves = memoryLeaves()
  const keys = caseKeysBy({ secret: 'the secret of now' })
  const sealed = new Uint8Array(leafBytes).fill(7)
  const all = Array.from({ length: 300 }, () => ({ id: keys.newId(), seen: undefined, sealed }))
  await leaves.change(all)
  expect(await oldLeavesIn({ leaves, keys })).toEqual({ older: 0, shut: 300 })
})
