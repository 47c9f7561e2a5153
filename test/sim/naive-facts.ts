/* What the second count keeps of a fund's facts. */
import type { Charter } from '#domain/fund/charter/charter.ts'
import type { NaiveLoan } from '#test/sim/naive-loan.ts'

export type CountMade = { readonly id: string; readonly amount: number; readonly isByNote: boolean }
export type Line = {
  /** The entry's. */
  readonly id: string
  readonly account: string
  readonly on: string
  readonly amount: number
}
type BoxMove = { readonly id: string; readonly place: string; readonly amount: number }
type Bought = {
  readonly id: string
  readonly memberId: string
  readonly on: string
  readonly shares: number
  readonly value: number
}
type SharedOut = {
  readonly id: string
  readonly on: string
  readonly isSplit: boolean
  readonly endsCycle: boolean
}
type Request = {
  state: 'approved' | 'refused' | 'withdrawn' | 'paid-out'
  readonly charter: Charter
}
export type NaiveFacts = {
  readonly charters: { readonly from: string; readonly charter: Charter }[]
  readonly loans: Map<string, NaiveLoan>
  /** Those that were decided. */
  readonly requests: Map<string, Request>
  /** `day 0` for an opening and `day 2` for a closing; cash moves at `day 1`. */
  readonly counts: Map<string, CountMade>
  /** Shares as they were bought, by entry. */
  bought: Bought[]
  /** Who died, by entry. */
  deaths: { readonly id: string; readonly memberId: string; readonly on: number }[]
  /** Share-outs that were voted. */
  shareOuts: SharedOut[]
  /** Of which window a grant is, by its code. */
  readonly windowOf: Map<string, string>
  /** Ventures as they were founded. */
  readonly ventures: Map<string, { readonly sharePrice: number; readonly leavingValue: string }>
  /** Shares of ventures that came, or with a minus went, by entry. */
  ventureShares: {
    readonly id: string
    readonly ventureId: string
    readonly memberId: string
    readonly shares: number
  }[]
  lines: Line[]
  boxMoves: BoxMove[]
}

export const box = 'asset:cash-box'

export const charterAt = ({ charters }: NaiveFacts, day: string): Charter =>
  (charters.findLast(({ from }) => from <= day) ?? charters[0]!).charter

type Move = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly amount: number
}

export const move = (
  told: Pick<NaiveFacts, 'lines' | 'boxMoves'>,
  on: string,
  moved: Move,
): void => {
  const { id, from, to, amount } = moved
  told.lines.push({ id, account: to, on, amount }, { id, account: from, on, amount: -amount })
  const inBox = (to === box ? amount : 0) - (from === box ? amount : 0)
  if (inBox !== 0) told.boxMoves.push({ id, place: `${on} 1`, amount: inBox })
}

export const noFacts = (): NaiveFacts => ({
  charters: [],
  bought: [],
  deaths: [],
  shareOuts: [],
  lines: [],
  ventures: new Map(),
  ventureShares: [],
  loans: new Map(),
  requests: new Map(),
  windowOf: new Map(),
  counts: new Map(),
  boxMoves: [],
})
