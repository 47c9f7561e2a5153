import { isBatchDay } from '#domain/cases/batch.ts'
import { type UsualSum, sumOf } from '#domain/cases/operations/trade.ts'
import { askForCase, askLater, handOver } from '#src/app/cases/bridge.ts'
import type { ActNeeds } from '#src/app/cases/cases.ts'
import type { AtDesk } from '#src/app/cases/team.ts'
import type { GrantSource } from '#src/app/support/grant-source.ts'
import type { Chance } from '#test/app/cases/attack/cheap-keys.ts'

/*
 * What the worker asks of the fund, for members with a case and without one. All of it waits, and is written into the book on
 * Mondays; an officer pays into hands and knows who is behind each code.
 */

export type Handed = {
  readonly member: number
  readonly at: number
  readonly amount: number
  readonly code: string
}

/** What others have had of the fund before. */
const before: readonly UsualSum[] = ['KHR-100000', 'KHR-200000', 'KHR-300000']
const scope = 'ba000000-0000-8000-8000-000000000002'
const source = {
  scope,
  currencyOf: () => 'KHR',
  supports: before.map((one) => ({ amount: sumOf(one).sum })),
} as unknown as GrantSource

const wanted = { windowId: 'gift', kind: 'reintegration', parts: 1, withChildren: false } as const
const marks = { fund: [], team: [] }
const unsaid = {
  isSurvivors: false,
  memberId: '',
  isAdult: true,
  reason: '',
  supplier: '',
  mentor: '',
}

export const bridgeOf = (needs: () => ActNeeds, desk: AtDesk, chance: Chance) => {
  const drawn = (): UsualSum => before[chance.below(before.length)]!
  const handed: Handed[] = []
  return {
    handed: handed as readonly Handed[],
    /** For somebody with a case. The checker's name says here who is meant; no thief reads it. */
    ofCase: async (code: string, member: number): Promise<void> => {
      const asked = { ...wanted, sum: drawn(), checker: `${member}`, marks }
      const told = await askForCase(needs(), desk, { code, source, asked })
      if (told.outcome !== 'recorded') throw new Error(`the worker is refused: ${told.code}`)
    },
    ofNone: (member: number): Promise<void> => {
      const asks = {
        ...wanted,
        ...unsaid,
        way: 'cash',
        amount: sumOf(drawn()).sum,
        checker: `${member}`,
        marks,
      } as const
      return askLater(needs(), { asker: desk.userId, scope, asks })
    },
    /** What is due on a day goes over within a few seconds. */
    handOver: async (at: number): Promise<void> => {
      if (!isBatchDay(needs().today)) return
      await handOver(
        needs(),
        () => `${chance.below(2 ** 31)}`,
        async ({ asks }) => {
          const code = `S-${chance.below(10 ** 6)}`
          handed.push({ member: Number(asks.checker), at, amount: asks.amount, code })
          return { code }
        },
      )
    },
  }
}
