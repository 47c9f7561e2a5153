import { operations } from '#domain/operations/all.ts'
import type { Minutes } from '#domain/operations/minutes.ts'
import { byName } from '#domain/operations/operation.ts'
import type { Body } from '#domain/village.ts'

/**
 * For every entry that the book can hold, whether a meeting's minutes tell of it. One that is new does not compile
 * until somebody has decided. Of support nothing is told but the vote on a code and what it came to: a vote
 * afterwards on what could not wait reads like any other, and parts are paid in nobody's hearing.
 */
export const minuteRules: Readonly<Record<Body['type'], Minutes>> = byName(
  operations,
  'entry',
  ({ minutes }) => minutes,
)
