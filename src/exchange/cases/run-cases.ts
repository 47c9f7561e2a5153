import {
  type CaseFileFault,
  type CasesRead,
  type LoanCase,
  kinds,
  readCaseFile,
} from '#src/exchange/cases/case-file.ts'
import { arrears, fee } from '#src/exchange/cases/arrears-cases.ts'
import { type Difference, differenceOf } from '#src/exchange/cases/compare.ts'
import { actuarial, effective, spreadsheet } from '#src/exchange/cases/cost-cases.ts'
import type { Computed } from '#src/exchange/cases/fields.ts'
import { fixedSchedule, recalculated } from '#src/exchange/cases/payment-cases.ts'
import {
  rateFactor,
  rateFactorChanged,
  rateFactorOverdue,
} from '#src/exchange/cases/rate-factor-cases.ts'
import {
  cumulative,
  dueDates,
  periodRate,
  reschedule,
  roundedUp,
} from '#src/exchange/cases/schedule-cases.ts'

/** What each convention of the cases computes; a convention that is not here has not been built. */
const conventions: Readonly<Record<string, (params: LoanCase['params']) => Computed>> = {
  cumulative,
  'cumulative-recalculated': recalculated,
  'rate-factor': rateFactor,
  'rate-factor-overdue': rateFactorOverdue,
  'rate-factor-rate-change': rateFactorChanged,
  'period-rate': periodRate,
  'rounded-up-annuity': roundedUp,
  'payments-on-fixed-schedule': fixedSchedule,
  reschedule,
  arrears,
  'due-dates': dueDates,
  'late-fee': fee,
  'apr-effective': effective,
  'apr-us-actuarial': actuarial,
  spreadsheet,
}

type FailedCase = Difference & { readonly id: string; readonly kind: string }

type KindResult = {
  readonly kind: string
  readonly passed: number
  readonly total: number
}

type CasesReport = {
  readonly kinds: readonly KindResult[]
  readonly failures: readonly FailedCase[]
  readonly faults: readonly CaseFileFault[]
  readonly passed: number
  readonly failed: number
}

const isKnownKind = (kind: string): boolean => kinds.some((known) => known === kind)

/** The first cell at which a case differs; a kind or convention that nobody knows differs as a whole. */
const judged = ({ kind, params, expected }: LoanCase): Difference | undefined => {
  if (!isKnownKind(kind)) return { cell: 'kind', expected: kind, computed: 'no kind known here' }
  const name = String(params['convention'])
  if (!Object.hasOwn(conventions, name))
    return { cell: 'params/convention', expected: name, computed: 'no convention known here' }
  const computed = conventions[name]!(params)
  if ('fault' in computed) {
    const { place, message } = computed.fault
    return { cell: place, expected: 'something to compute with', computed: message }
  }
  return differenceOf(expected, computed.figures)
}

const resultOf = (cases: readonly LoanCase[], faults: readonly CaseFileFault[]): CasesReport => {
  const tried = cases.map((one) => ({ one, difference: judged(one) }))
  const names = [...new Set(cases.map(({ kind }) => kind))]
  const failures = tried.flatMap(({ one, difference }) =>
    difference ? [{ id: one.id, kind: one.kind, ...difference }] : [],
  )
  return {
    kinds: names.map((kind) => {
      const ofKind = tried.filter(({ one }) => one.kind === kind)
      const passed = ofKind.filter(({ difference }) => difference === undefined)
      return { kind, passed: passed.length, total: ofKind.length }
    }),
    failures,
    faults,
    passed: cases.length - failures.length,
    failed: failures.length + faults.length,
  }
}

/** Runs every case of a folder's files; a file or case that cannot be read counts as failed. */
export const runCases = (
  files: readonly { readonly file: string; readonly text: string }[],
): CasesReport => {
  const read: CasesRead[] = files.map(({ file, text }) => readCaseFile(file, text))
  return resultOf(
    read.flatMap(({ cases }) => cases),
    read.flatMap(({ faults }) => faults),
  )
}

/** The report for people: a line a kind, what differs, and the count at the end. */
export const casesInWords = (report: CasesReport): string =>
  [
    ...report.faults.map(({ file, place, message }) => `${file} ${place}: ${message}`),
    ...report.kinds.map(({ kind, passed, total }) => `${kind}: ${passed}/${total}`),
    ...report.failures.map(
      ({ id, cell, expected, computed }) =>
        `  ${id} ${cell}: expected ${expected}, computed ${computed}`,
    ),
    `${report.passed} passed, ${report.failed} failed`,
  ].join('\n')
