import type { Method, OlderTerms } from '#domain/loans/as-written.ts'
import type { Security } from '#domain/loans/request/request-state.ts'
import type { Line } from '#src/exchange/paper-book/columns.ts'

/** How an older book charged and what it took; nothing at all where the line says nothing of it. */
export const olderTermsOf = (line: Line<'loans.csv'>): OlderTerms => {
  const { method, rate_monthly_percent: rate, fee = 0, interest_before: before = 0 } = line
  const written = {
    ...(method === undefined || rate === undefined
      ? {}
      : { method: method as Method, rateMonthlyPercent: rate }),
    ...(fee === 0 ? {} : { fee }),
    ...(before === 0 ? {} : { interestPaidBefore: before }),
  }
  const taken = (line.security?.split(' ') ?? []) as Security[]
  return {
    ...(Object.keys(written).length === 0 ? {} : { asWritten: written }),
    ...(taken.length === 0 ? {} : { securities: taken }),
  }
}
