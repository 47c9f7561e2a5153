import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { described, group, id, list, optional, sumOrZero } from '#domain/kernel/shape.ts'
import {
  type ComparisonState,
  type PaperFigures,
  comparedOn,
  differencesIn,
  figureNames,
} from '#domain/fund/meeting/comparing.ts'
import { aboutFund } from '#domain/fund/fund-books.ts'
import { isActingOn } from '#domain/fund/people/members.ts'
import { membersMax } from '#domain/fund/people/members-shape.ts'
import { recordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'

const paperFigures = group({
  memberId: id('member'),
  savings: described(
    optional(sumOrZero),
    'What the paper says is saved, private savings left out; absent where it says nothing',
  ),
  loan: described(
    optional(sumOrZero),
    'What the paper says is left of all loans together; absent where it says nothing',
  ),
})

const figuresFault = ({ members }: ComparisonState, figures: readonly PaperFigures[]) => {
  const seen = new Set<string>()
  for (const [i, row] of figures.entries()) {
    const at = `/figures/${i}`
    if (!members.has(row.memberId)) return invalid('member-unknown', `${at}/memberId`)
    if (figureNames.every((name) => row[name] === undefined)) return invalid('figure-missing', at)
    if (seen.has(row.memberId)) return invalid('compared-twice', `${at}/memberId`)
    seen.add(row.memberId)
  }
  return undefined
}

/**
 * Figures of the paper book at the end of a day are put beside the fund's, and two officers sign. No money moves by
 * it. The entry holds both sides of every figure, so that neither a later correction nor a later way of counting
 * changes what was signed.
 */
export const comparePaper = operation({
  command: 'ComparePaper',
  entry: 'PaperCompared',
  oneHand: 'decision',
  asks: {
    figures: list(paperFigures, { min: 1, max: membersMax, code: 'figure-missing' }),
    confirmedBy: id('member'),
  },
  keeps: ['confirmedBy'],
  // Whoever types the figures of the paper; another officer stands behind them.
  may: recordKeeper,
  second: ({ confirmedBy }) => confirmedBy,
  minutes: 'told',
  isReversible: false,
  decide: (state: ComparisonState, { figures, confirmedBy, effectiveOn: on }) => {
    const fault = figuresFault(state, figures)
    if (fault) return fault
    const second = state.members.get(confirmedBy)
    if (!second) return invalid('member-unknown', '/confirmedBy')
    if (!isActingOn(second, on)) return refused('approver-not-an-officer')
    const { rows, notCompared } = comparedOn(state, { figures, on })
    return recorded({
      rows,
      notCompared,
      flags: flagsOf({
        'paper-differs': differencesIn(rows).length > 0,
        'not-all-compared': notCompared.length > 0,
      }),
      postings: [],
    })
  },
  about: aboutFund,
})
