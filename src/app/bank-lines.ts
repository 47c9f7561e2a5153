import type { BankLine } from '#domain/fund/bank-lines.ts'
import type { matchBankLine } from '#domain/fund/operations/bank.ts'
import type { CommandOf } from '#domain/operations/operation.ts'
import type { FundViews } from '#domain/ports.ts'

/** A line that a person confirms, before it has an id. */
type MatchBankLine = CommandOf<typeof matchBankLine>

export type Confirmed = Omit<MatchBankLine, 'id' | 'v' | 'type'>

/** The ids of confirmations that were taken back: what is confirmed anew has another. */
export const takenBackLines = async (
  store: Pick<FundViews, 'subjects'>,
  fundId: string,
): Promise<ReadonlySet<string>> =>
  new Set(
    (await store.subjects(fundId))
      .filter(({ kind }) => kind === 'bank-line')
      .map(({ data }) => JSON.parse(data) as BankLine)
      .filter(({ isTakenBack }) => isTakenBack === true)
      .map(({ entryId }) => entryId),
  )

/** The commands that confirm lines; what was taken back can be confirmed anew. */
export const matchCommands = async (
  store: Pick<FundViews, 'subjects'>,
  fundId: string,
  {
    confirmed,
    idOf,
  }: {
    readonly confirmed: readonly Confirmed[]
    readonly idOf: (mark: string, isTakenBack: (id: string) => boolean) => string
  },
): Promise<readonly MatchBankLine[]> => {
  const takenBack = await takenBackLines(store, fundId)
  return confirmed.map((line) => ({
    id: idOf(line.mark, (id) => takenBack.has(id)),
    v: 1,
    type: 'MatchBankLine',
    ...line,
  }))
}
