import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FundBook, total } from '#domain/health/book.ts'
import type { Journal } from '#domain/ports.ts'
import { cameInFor } from '#src/app/meeting/came-in.ts'
import { meetingOn } from '#domain/health/meetings.ts'
import { attendanceOn, meetingViewOf } from '#src/app/meeting/view.ts'
import { type MeetingFigure, type MeetingSaid, meetingFigures } from '#src/app/meeting-text/text.ts'

/** In which figure a text counts what moved in the box; whatever stands in none is `other`. */
const figureOf: Readonly<Record<string, MeetingFigure>> = {
  ...cameInFor,
  LoanPaidOut: 'loans',
  LoanPartPaidOut: 'loans',
  SavingsWithdrawn: 'withdrawn',
  SavingsPaidToHeirs: 'withdrawn',
  GrantPaid: 'support',
  SupportPartPaid: 'support',
  SocialSupportPaid: 'support',
  ExpensePaid: 'costs',
}

/** Sums that leave the box are said without a minus; what is in no figure keeps its own. */
const outOfBox: readonly MeetingFigure[] = ['loans', 'withdrawn', 'support', 'costs']

const figuresOn = (book: FundBook, on: LocalDate): MeetingSaid['figures'] => {
  const { moves, meeting, expectedAtOpening } = meetingViewOf(book, on)
  const moved = (figure: MeetingFigure): number => {
    const own = moves.filter(({ entryType }) => (figureOf[entryType] ?? 'other') === figure)
    const sum = total(own.map(({ amount }) => amount))
    return outOfBox.includes(figure) ? 0 - sum : sum
  }
  const apart: Partial<Record<MeetingFigure, number>> = {
    present: attendanceOn(book, on).present,
    opening: meeting?.opening?.amount ?? expectedAtOpening,
    closing: meeting?.closing?.amount ?? 0,
  }
  return Object.fromEntries(
    meetingFigures.map((figure) => [figure, apart[figure] ?? moved(figure)]),
  ) as Record<MeetingFigure, number>
}

const fundMark = (fundId: string): string => fundId.slice(0, 6)
const headMark = (hash: string): string => hash.slice(0, 12)

type Asked = {
  readonly journal: Pick<Journal, 'read' | 'find'>
  readonly book: FundBook
  readonly fundId: string
}

/** What a text says of a meeting as the book has it; undefined where it has not been closed. */
export const meetingSaidOf = async (
  { journal, book, fundId }: Asked,
  on: LocalDate,
): Promise<MeetingSaid | undefined> => {
  const closing = meetingOn(book, on)?.closing
  const [row] = closing ? await journal.find(fundId, [closing.entryId]) : []
  if (!closing || !row) return undefined
  return {
    fund: fundMark(fundId),
    on,
    figures: figuresOn(book, on),
    seq: row.seq,
    head: headMark(row.hash),
    code: closing.code?.digits,
  }
}

/** What of a text does not agree with the book. */
export type Disagreement =
  | { readonly about: 'fund' | 'not-closed' | 'not-there-yet' | 'written-anew' | 'code' }
  | {
      readonly about: 'figure'
      readonly figure: MeetingFigure
      readonly said: number
      readonly book: number
    }

/**
 * Holds a text against the book. A line of entries that has another hash by now was written anew; one that the book has not
 * come to yet is on its way, and says nothing of anybody.
 */
export const disagreements = async (
  asked: Asked,
  said: MeetingSaid,
): Promise<readonly Disagreement[]> => {
  if (said.fund !== fundMark(asked.fundId)) return [{ about: 'fund' }]
  const [row] = await asked.journal.read(asked.fundId, said.seq - 1, 1)
  if (!row) return [{ about: 'not-there-yet' }]
  const now = await meetingSaidOf(asked, said.on)
  const isAnew = headMark(row.hash) !== said.head
  return [
    ...(isAnew ? [{ about: 'written-anew' } as const] : []),
    ...(now === undefined ? [{ about: 'not-closed' } as const] : []),
    ...(now !== undefined && now.code !== said.code ? [{ about: 'code' } as const] : []),
    ...meetingFigures.flatMap((figure): Disagreement[] => {
      const book = now?.figures[figure]
      if (book === undefined || book === said.figures[figure]) return []
      return [{ about: 'figure', figure, said: said.figures[figure], book }]
    }),
  ]
}
