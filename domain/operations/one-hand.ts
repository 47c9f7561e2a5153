/**
 * What one person may do alone with an operation. `docs/one-hand.md` is printed from it, and `test/one-hand` plays a thief in
 * each office against it.
 *
 * - `sight`: adds what its writer can see and nothing above; alone, and in the log.
 * - `decision`: hands, votes and terms that bind nobody's money by themselves; alone where `second` is `none`.
 * - `money`: takes money out of the box, somebody's savings or a donor's window, or makes somebody owe less: alone up to
 *   the charter's limit a person and meeting. Above it a second officer's word, or it stays as a finding.
 * - `carries-out`: the same, where a decision in the book is what it carries out; without one it counts as `money`.
 * - `power`: gives or takes a right, a rule or a place in the fund; two people.
 * - `older-book`: only while an older book is taken over; a fact of it that comes later stays as a finding.
 * - `evidence`: what findings are made of: two statements about one thing both stand, and the later one is a finding more.
 * - `household`: whose record it is says it herself, or the service for her.
 */
export const oneHandClasses = [
  'sight',
  'decision',
  'money',
  'carries-out',
  'power',
  'older-book',
  'evidence',
  'household',
] as const
export type OneHand = (typeof oneHandClasses)[number]
