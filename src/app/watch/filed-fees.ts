import type { LocalDate } from '#domain/kernel/dates.ts'
import { fileDrafts } from '#src/app/cases/filing.ts'
import { writeText } from '#src/app/cases/kept-texts.ts'
import type { Filing } from '#src/app/cases/outbox.ts'
import type { CaseNeeds } from '#src/app/cases/team.ts'
import { part } from '#src/app/watch/sealed-parts.ts'
import type { SealedReport } from '#src/app/watch/sealed-report.ts'

/** A report of a fee: agency, heading, band and month. Nobody typed it in, and no receipt of it was ever drawn. */
const reportOf = (
  { holds: { partyId, item, band, month } }: Filing,
  on: LocalDate,
): SealedReport => ({
  is: 'report',
  on,
  channel: 'cost-diary',
  kind: 'duty',
  about: '',
  text: '',
  month,
  fee: { partyId, item, band },
  mayBeCounted: false,
  mayBeAsked: false,
  isFirst: true,
  hasReporter: false,
  evidence: [],
  custody: [{ on, did: 'came' }],
  answers: [],
})

/** Files what cases have let be told of fees, on the day of the week on which all of it goes; tells how many. */
export const fileFees = (needs: CaseNeeds): Promise<number> => {
  const today = needs.clock().slice(0, 10)
  return fileDrafts(needs, today, async (one) => {
    const text = JSON.stringify(reportOf(one, today))
    // Filed before and cut off: it stands there already, and somebody may have read it since.
    await writeText(needs, part(needs, 'reports'), { name: one.as, text, over: undefined })
  })
}
