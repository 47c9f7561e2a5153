import { type KinRelation, kinshipOf } from '#domain/fund/people/particulars.ts'
import type { Command } from '#domain/village.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { recorder } from '#src/app/record.ts'
import { type StoryCommand, idOf } from '#test/support/village.ts'

const fundId = 'fund-a'
const by = { actor: 'officer-1', device: 'device-1' }
const now = '2025-01-02T02:00:00.000Z'

/** A fund to which stories are told through the recorder, and in which kin are declared beside the journal. */
export const kinVillage = () => {
  const store = memoryStore()
  const record = recorder({ journal: store, clock: () => now, hash: sha256 })
  let made = 0
  const commandsOf = (stories: readonly StoryCommand[]): Command[] =>
    stories.map((one) => ({ id: idOf((made += 1)), v: 1, ...one }) as Command)
  /** What the fund says to what is told, each by `recorded` or the code of its refusal; the price that a household is told is left out. */
  const told = async (...stories: readonly StoryCommand[]): Promise<string[]> => {
    const commands = commandsOf(stories)
    const answers = await record(fundId, commands, by)
    return answers.flatMap((answer, i) => {
      if (commands[i]!.type === 'DiscloseCost') return []
      return ['code' in answer ? answer.code : 'recorded']
    })
  }
  const areKin = (firstId: string, relation: KinRelation, secondId: string): Promise<void> =>
    store.keepKinships(fundId, [
      { ...kinshipOf({ firstId, secondId, relation }), fundId, declaredAt: now },
    ])
  return { store, record, commandsOf, told, areKin, fundId, by, now }
}

/** A loan that is paid out to m1. */
export const payoutOfM1 = {
  type: 'RecordPayout',
  effectiveOn: '2025-01-20',
  loanId: 'l1',
  memberId: 'm1',
  number: 'L1',
  product: 'normal',
  principal: 500_000,
  months: 10,
} as const satisfies StoryCommand
