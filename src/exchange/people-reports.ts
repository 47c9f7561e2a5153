import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Finding } from '#domain/health/finding.ts'
import type { HealthFigures } from '#domain/health/health.ts'
import { countsPeople } from '#src/app/health/finding-units.ts'
import type { Report, ReportColumn } from '#src/exchange/report.ts'

const text = (key: string, heading: string): ReportColumn => ({ key, heading, kind: 'text' })
const sum = (key: string, heading: string): ReportColumn => ({ key, heading, kind: 'sum' })
const number = (key: string, heading: string): ReportColumn => ({ key, heading, kind: 'number' })

/** People are written as they are counted, and not as money. */
const numberOf = (code: Finding['code'], number: number | null): string | number | null =>
  number !== null && countsPeople(code) ? String(number) : number

/** Findings with what they say in words; the caller knows the language. */
export const findingsReport = (
  findings: readonly Finding[],
  { asOf, say }: { readonly asOf: LocalDate; readonly say: (code: Finding['code']) => string },
): Report => ({
  name: 'findings',
  title: `Findings to ${asOf}: things to look at, not verdicts`,
  columns: [
    text('on', 'Date'),
    text('code', 'Finding'),
    text('subject', 'About'),
    text('column', 'Column'),
    sum('expected', 'Expected'),
    sum('found', 'Found'),
    number('seq', 'Entry'),
    text('message', 'In words'),
  ],
  rows: findings.map(({ on, code, subject, column, expected, found, seq }) => ({
    on,
    code,
    subject: `${subject.kind} ${subject.number}`,
    column,
    expected: numberOf(code, expected),
    found: numberOf(code, found),
    seq,
    message: say(code),
  })),
})

/** The figures of fund health as a list, savings and loans left to their own reports. */
export const healthReport = (health: HealthFigures): Report => {
  const { savings, loans, ...figures } = health
  const rows = Object.entries(figures).map(([key, value]) => ({
    figure: key.replaceAll('_', ' '),
    amount:
      key.endsWith('_percent') || typeof value !== 'number' || key === 'active_loans'
        ? null
        : value,
    value: key.endsWith('_percent')
      ? value === null
        ? 'no figure'
        : `${Number(value).toFixed(2)} %`
      : typeof value === 'number' && key !== 'active_loans'
        ? ''
        : String(value),
  }))
  return {
    title: `Fund health on ${health.as_of} (${Object.keys(savings).length} savers, ${Object.keys(loans).length} loans)`,
    columns: [text('figure', 'Figure'), sum('amount', 'Amount'), text('value', 'Value')],
    rows,
  }
}
