import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { VentureBody } from '#domain/ventures/operations.ts'
import type { Venture, VentureLine, VentureMove, Ventures } from '#domain/ventures/venture.ts'

type Line = Exclude<VentureBody, { readonly type: 'VentureFounded' | 'VentureCounted' }>
type Moved = Pick<VentureLine, 'what' | 'cash' | 'goods' | 'parts'>

const ways: Readonly<Record<VentureMove, { readonly cash: number; readonly goods: number }>> = {
  earned: { cash: 1, goods: 0 },
  spent: { cash: -1, goods: 0 },
  missing: { cash: -1, goods: 0 },
  bought: { cash: -1, goods: 1 },
  gone: { cash: 0, goods: -1 },
}

const movedBy = (body: Line): Moved => {
  const { amount } = body
  const out = { cash: 0 - amount, goods: 0 }
  switch (body.type) {
    case 'VentureSharesBought': {
      const { memberId, shares } = body
      return { what: 'shares', cash: amount, goods: 0, parts: [{ memberId, shares, paid: 0 }] }
    }
    case 'VentureMoved': {
      const { cash, goods } = ways[body.move]
      return { what: body.move, cash: cash * amount, goods: goods * amount }
    }
    case 'VentureLeft': {
      const { memberId, shares } = body
      return { ...out, what: 'left', parts: [{ memberId, shares: 0 - shares, paid: amount }] }
    }
    case 'VentureProfitShared':
      return { ...out, what: 'profit', parts: body.parts }
    case 'VentureClosed':
      return { ...out, what: 'closed', parts: body.parts }
  }
}

/** Takes in what an entry says of a venture, in place. */
export const takeInVentures = (
  ventures: Ventures,
  body: VentureBody,
  { id, on }: { readonly id: EntryId; readonly on: LocalDate },
): void => {
  if (body.type === 'VentureFounded') {
    const { type: _, v: _v, flags: _flags, postings: _postings, votes: _votes, ...rules } = body
    const { confirmedBy: _second, ...founded } = rules
    ventures.set(body.ventureId, { ...founded, foundedOn: on, lines: [] })
    return
  }
  const venture = ventures.get(body.ventureId)!
  const { counts = [] } = venture
  if (body.type === 'VentureCounted') {
    const { cash, goods, book } = body
    ventures.set(body.ventureId, { ...venture, counts: [...counts, { id, on, cash, goods, book }] })
    return
  }
  const paper = body.type === 'VentureMoved' ? { paper: body.paper } : {}
  const after = counts.length > 0 ? { counts: counts.length } : {}
  const line: VentureLine = { id, on, ...movedBy(body), ...paper, ...after }
  ventures.set(body.ventureId, { ...venture, lines: [...venture.lines, line] })
}

/** Takes it back out again, in place. */
export const takeOutVentures = (
  ventures: Ventures,
  { ventureId }: { readonly ventureId: string },
  id: EntryId,
): void => {
  const venture: Venture = ventures.get(ventureId)!
  ventures.set(ventureId, { ...venture, lines: venture.lines.filter((line) => line.id !== id) })
}

/** Lines that were worked out from all that stood before them: shared profit, a holder's leaving, the end. */
const workedOut: ReadonlySet<VentureLine['what']> = new Set(['profit', 'left', 'closed'])

/**
 * What has to be taken back before a line is, the last one first: all that was worked out with it, what was done with the
 * money of the shares that it brought, and what it alone has paid for.
 */
export const ventureLinesOn = (venture: Venture, id: EntryId): readonly EntryId[] => {
  const at = venture.lines.findIndex((line) => line.id === id)
  const line = venture.lines[at]!
  const later = venture.lines.slice(at + 1)
  const left = (of: 'cash' | 'goods'): number =>
    venture.lines.reduce((sum, one) => sum + one[of], 0) - line[of]
  const isShort = { cash: left('cash') < 0, goods: left('goods') < 0 }
  return later
    .filter(
      ({ what, cash, goods }) =>
        workedOut.has(what) ||
        (line.what === 'shares' && what !== 'shares') ||
        (isShort.cash && cash < 0) ||
        (isShort.goods && goods < 0),
    )
    .map((one) => one.id)
    .toReversed()
}
