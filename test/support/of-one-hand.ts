import type { FindingCode } from '#domain/health/finding.ts'

/**
 * What is told of an officer who writes a month in from paper, which holds no votes and no second word; of the same month in
 * a book that is brought in whole nothing of it is told.
 */
export const ofOneHand: readonly FindingCode[] = [
  'out-by-one-hand',
  'lent-without-decision',
  'granted-without-decision',
  'given-up-without-vote',
  'relief-without-vote',
]
