import type { z } from 'zod'

/** Names that only describe a case; no figure hangs on them where a convention does not ask for them. */
const describing = new Set([
  'baseKind',
  'comment',
  'currency',
  'description',
  'label',
  'note',
  'product',
  'source',
  'title',
])

/** Names that the description of the cases has, and that say nothing at zero. */
const idleAtZero = new Set([
  'annuity',
  'chargeInterestInGrace',
  'downPaymentPaidAtDisbursement',
  'downPaymentPercent',
  'firstDueDate',
  'graceOnInterestCharged',
  'graceOnInterestPayment',
  'graceOnPrincipal',
  'installmentMultipleOf',
  'payments',
  'principalPercentPerInstallment',
  'prorateFirst',
  'rateChanges',
  'replayInDateOrder',
  'weights',
  'workingDays',
])

const isZero = (value: unknown): boolean =>
  value === null ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  ((typeof value === 'number' || typeof value === 'string') && Number(value) === 0)

const isIdle = (name: string, value: unknown): boolean =>
  describing.has(name) || (idleAtZero.has(name) && isZero(value))

export const isUnknownName = (issue: z.core.$ZodIssue): issue is z.core.$ZodIssueUnrecognizedKeys =>
  issue.code === 'unrecognized_keys'

/**
 * The params without names that a convention does not know and on which nothing hangs: what only describes
 * the case, and what another convention knows and is zero here. All else stays, to be told as unknown.
 */
export const withoutIdle = (
  params: Readonly<Record<string, unknown>>,
  issues: readonly z.core.$ZodIssue[],
): Readonly<Record<string, unknown>> => {
  const copy = structuredClone(params)
  for (const { path, keys } of issues.filter(isUnknownName)) {
    const at = path.reduce<unknown>(
      (inner, key) => (inner as Readonly<Record<PropertyKey, unknown>>)[key],
      copy,
    ) as Record<string, unknown>
    for (const key of keys) if (isIdle(key, at[key])) delete at[key]
  }
  return copy
}
