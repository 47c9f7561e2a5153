import { expect, test } from 'vitest'
import { memoryLeaves } from '#infra/memory/leaves.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { caseKeysBy } from '#infra/system/case-keys.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { randomOnNode, sha256 } from '#infra/system/system.ts'
import type { Budgets } from '#domain/ports.ts'
import { reportsADay, takeReport } from '#src/app/watch/reports.ts'
import { slipsFor, takeSlip } from '#src/app/watch/slips.ts'

/** What a network needs to take reports, and under which names it counts them. */
const counting = () => {
  const store = memoryStore()
  const subjects: string[] = []
  const changeBudget: Budgets['changeBudget'] = (scope, subject, after) => {
    subjects.push(subject)
    return store.changeBudget(scope, subject, after)
  }
  const needs = {
    clock: () => '2026-01-05T02:00:00.000Z',
    networkId: 'a network',
    store: { ...store, changeBudget },
    signer: signerOnNode({ secret: 'a signing secret for tests' }),
    hash: sha256,
    random: randomOnNode,
    today: '2026-01-05',
    leaves: memoryLeaves(),
    keys: caseKeysBy({ secret: 'the secret of cases' }),
  }
  return { needs, subjects }
}

test('whoever has the database and a slip in the hand does not find that it was used', async () => {
  const { needs, subjects } = counting()
  const [slip] = slipsFor(needs, 1)
  expect(await takeSlip(needs, slip!)).toBe(true)
  expect(await takeSlip(needs, slip!)).toBe(false)
  const [first] = subjects
  expect(subjects).toEqual([first, first])
  for (const digits of [slip!, slip!.replaceAll(' ', '')]) {
    expect(first).not.toContain(digits)
    expect(first).not.toContain(sha256(digits).slice(0, 8))
  }
})

test('whoever has a thousand lines fills up neither what comes with a slip nor what the team writes down', async () => {
  const { needs } = counting()
  const tell = (way: 'own' | 'first') =>
    takeReport(needs, {
      channel: 'page',
      kind: 'duty',
      about: '',
      text: 'They kept my papers.',
      mayBeCounted: false,
      mayBeAsked: false,
      way,
      files: [],
      reach: '',
      team: [],
    })
  for (let count = 0; count < reportsADay.first; count += 1)
    await needs.store.changeBudget(needs.networkId, 'reports first', (before) => ({
      budget: {
        failures: (before?.failures ?? 0) + 1,
        since: '2026-01-05T00:00:00.000Z',
        lockedUntil: undefined,
      },
      answer: undefined,
    }))
  expect(await tell('first')).toBe('full')
  expect(await tell('own')).toMatchObject({ receipt: expect.stringMatching(/^\d{4}( \d{4}){3}$/) })
})
