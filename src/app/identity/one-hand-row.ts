import type { OneHand } from '#domain/operations/one-hand.ts'

/** Where it comes to light: with whom it concerns, with everybody who holds an office, or with the staff. */
export type Told =
  /** Whose login or card it is reads it before anything else, until it was seen on another one's phone. */
  | 'notice'
  /** The log of the fund, which every officer and auditor reads. */
  | 'fund-log'
  /** The log of the network, which its administrators read. */
  | 'network-log'
  /** The member's own "who looked", or the list of own sessions. */
  | 'own-log'
  /** An entry in a journal, which nobody takes out again. */
  | 'journal'
  /** The case itself, to everybody who is assigned to it. */
  | 'case'

/** What one person can do of it alone, and what tells of it. */
export type ActRow = {
  readonly does: string
  readonly oneHand: OneHand
  readonly second: 'no' | 'always' | 'where there is another'
  readonly told: readonly Told[]
  /** By which ways: each that writes stands in exactly one row. */
  readonly ways: readonly string[]
}

export const fundWay = '/v1/funds/:fundId'
export const networkWay = '/v1/networks/:networkId'

export const own = (does: string, ...ways: readonly string[]): ActRow => ({
  does,
  oneHand: 'household',
  second: 'no',
  told: ['own-log'],
  ways,
})
export const ofTwo = (does: string, ...ways: readonly string[]): ActRow => ({
  does,
  oneHand: 'power',
  second: 'always',
  told: ['notice', 'fund-log'],
  ways,
})
export const seen = (does: string, told: readonly Told[], ...ways: readonly string[]): ActRow => ({
  does,
  oneHand: 'sight',
  second: 'no',
  told,
  ways,
})
/** Under this name stands only a line beside another act. */
export const beside = (does: string, ...told: readonly Told[]): readonly ActRow[] => [
  seen(does, told),
]
