import type { CaseKeys } from '#domain/cases/keys.ts'
import { memoryLeaves } from '#infra/memory/leaves.ts'
import { caseKeysBy } from '#infra/system/case-keys.ts'
import type { ActNeeds } from '#src/app/cases/cases.ts'
import { type AtDesk, enrol } from '#src/app/cases/team.ts'
import { randomOnNode, sha256 } from '#infra/system/system.ts'

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

type Secret = Parameters<typeof caseKeysBy>[0]

/** The keys of cases, but that no passphrase is stretched: `stretched.test.ts` is about that. */
const keysBy = (of: Secret): CaseKeys => {
  const secrets = [of.secret, ...(of.older ?? [])]
  return {
    ...caseKeysBy(of),
    stretched: async (passphrase, salt, age) => {
      const own = secrets[age]
      return own === undefined
        ? undefined
        : new Uint8Array(Buffer.from(sha256(JSON.stringify([own, salt, passphrase])), 'hex'))
    },
  }
}

/** A migration team without a service around it: a store in memory and a day that does not pass by itself. */
export const caseTeam = (secret = 'a secret of cases, for tests alone') => {
  const leaves = memoryLeaves()
  const needsWith = (of: Secret): ActNeeds => ({
    leaves,
    keys: keysBy(of),
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
