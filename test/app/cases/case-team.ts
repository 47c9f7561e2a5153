import { memoryLeaves } from '#infra/memory/leaves.ts'
import { caseKeysBy } from '#infra/system/case-keys.ts'
import type { ActNeeds } from '#src/app/cases/cases.ts'
import { type AtDesk, enrol } from '#src/app/cases/team.ts'
import { randomOnNode } from '#infra/system/system.ts'

export const firstTalk = {
  kind: 'advice',
  isInDanger: false,
  ageBand: '25-34',
  sex: 'woman',
  language: 'khmer',
  stage: 'thinking',
  way: 'visit',
  when: 'after the market',
  fromElsewhere: false,
  isAgreed: true,
} as const

export const passphrase = 'four words nobody says'

/** A migration team without a service around it: a store in memory and a day that does not pass by itself. */
export const caseTeam = (secret = 'a secret of cases, for tests alone') => {
  const leaves = memoryLeaves()
  const needsWith = (of: {
    readonly secret: string
    readonly older?: readonly string[]
  }): ActNeeds => ({
    leaves,
    keys: caseKeysBy(of),
    clock: () => '2026-11-02T03:00:00.000Z',
    networkId: 'ba000000-0000-8000-8000-000000000001',
    today: '2026-11-02',
    random: randomOnNode,
  })
  const needs = needsWith({ secret })
  const worker = async (userId: string): Promise<AtDesk> => {
    const desk = await enrol(needs, { userId, passphrase })
    if (desk === 'has-a-key') throw new Error('the worker has a key already')
    return desk
  }
  return { leaves, needs, needsWith, worker }
}
