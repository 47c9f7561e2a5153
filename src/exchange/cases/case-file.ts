import { z } from 'zod'

export const kinds = [
  'schedule',
  'repayment',
  'reschedule',
  'delinquency',
  'charge-off',
  'write-off',
  'due-dates',
  'late-fee',
  'apr',
  'formula',
] as const

const loanCase = z.object({
  id: z.string().min(1),
  kind: z.string().optional(),
  params: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()),
})

const caseFile = z.object({
  schema: z.literal('loan-cases/1'),
  kind: z.string().min(1),
  cases: z.array(z.unknown()).min(1, 'holds no case'),
})

export type LoanCase = {
  readonly id: string
  readonly kind: string
  readonly params: Readonly<Record<string, unknown>>
  readonly expected: Readonly<Record<string, unknown>>
}

/** What is wrong with a file of cases, and where in it: a JSON pointer. */
export type CaseFileFault = {
  readonly file: string
  readonly place: string
  readonly message: string
}

export type CasesRead = {
  readonly cases: readonly LoanCase[]
  readonly faults: readonly CaseFileFault[]
}

const faultOf = (
  file: string,
  { path, message }: z.core.$ZodIssue,
  above: readonly PropertyKey[] = [],
): CaseFileFault => ({
  file,
  place: ['', ...above, ...path].join('/') || '/',
  message,
})

const parsed = (text: string): { readonly json: unknown } | undefined => {
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown }
  } catch {
    return undefined
  }
}

/** Reads one file of cases; a case that cannot be read does not stop the others. */
export const readCaseFile = (file: string, text: string): CasesRead => {
  const read = parsed(text)
  if (!read) return { cases: [], faults: [{ file, place: '/', message: 'is not JSON' }] }
  const whole = caseFile.safeParse(read.json)
  if (!whole.success)
    return { cases: [], faults: whole.error.issues.map((issue) => faultOf(file, issue)) }
  const { kind, cases } = whole.data
  const tries = cases.map((item) => loanCase.safeParse(item))
  return {
    cases: tries.flatMap((one) =>
      one.success ? [{ ...one.data, kind: one.data.kind ?? kind }] : [],
    ),
    faults: tries.flatMap((one, i) =>
      one.success ? [] : one.error.issues.map((issue) => faultOf(file, issue, ['cases', i])),
    ),
  }
}
