import type { ComparisonsSummary, CountedSummary } from '#src/app/health/comparisons.ts'
import type { Report, ReportColumn } from '#src/exchange/report.ts'

const column = (kind: ReportColumn['kind'], key: string, heading: string): ReportColumn => ({
  key,
  heading,
  kind,
})

/** One line a comparison, the newest first. */
export const comparisonsReport = ({
  asOf,
  cleanDays,
  cleanDaysNeeded: needed,
  comparisons,
}: ComparisonsSummary): Report => ({
  title: `Comparisons with the paper book to ${asOf} (${cleanDays} of ${needed} in a row without a difference)`,
  columns: [
    column('text', 'on', 'Date'),
    column('number', 'members', 'Members'),
    column('number', 'notCompared', 'Not all compared'),
    column('number', 'differences', 'Differences'),
    column('sum', 'savingsDiffer', 'Savings differ by'),
    column('sum', 'loansDiffer', 'Loans differ by'),
  ],
  rows: comparisons.map(({ on, members, notCompared, differences, ...sums }) => ({
    on,
    members,
    notCompared: notCompared.length,
    differences: differences.length,
    savingsDiffer: sums.savingsDiffer,
    loansDiffer: sums.loansDiffer,
  })),
})

/** What differed in one of them, line by line. */
export const differencesReport = ({ on, differences }: CountedSummary): Report => ({
  title: `What differed on ${on}`,
  columns: [
    column('text', 'card', 'Card'),
    column('text', 'figure', 'Figure'),
    column('sum', 'paper', 'Paper'),
    column('sum', 'system', 'Book'),
    column('sum', 'difference', 'Difference'),
  ],
  rows: differences.map(({ card, figure, paper, system, difference }) => ({
    card,
    figure,
    paper,
    system,
    difference,
  })),
})
