import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Pot, PotMoneyBody } from '#domain/grants/pot.ts'
import { supportAfter, supportWithout } from '#domain/grants/taking-in.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { PotBody } from '#domain/operations/network.ts'

type Of<Type extends PotBody['type']> = Extract<PotBody, { readonly type: Type }>

/** What an entry puts into a window, or takes out of it where it is below zero. */
const intoWindow = ({ type, amount }: PotMoneyBody): number =>
  type === 'DonationReceived' ? amount : -amount

const hold = ({ windows }: Pot, windowId: string, amount: number): void => {
  const window = windows.get(windowId)!
  windows.set(windowId, { ...window, held: window.held + amount })
}

type Entered = { readonly id: EntryId; readonly seq: number; readonly on: LocalDate }

const takeInMoney = (pot: Pot, body: Of<PotMoneyBody['type']>, { id, seq, on }: Entered): void => {
  hold(pot, body.windowId, intoWindow(body))
  pot.moves.set(id, { seq, on, body })
  if (body.type !== 'SupportPartPaid') return
  const support = pot.supports.get(body.code)!
  pot.supports.set(body.code, { ...support, ...supportAfter(support, body, { id, on }) })
}

const takeBack = (pot: Pot, { reverses }: Of<'PotEntryReversed'>, id: EntryId): void => {
  const move = pot.moves.get(reverses)!
  pot.moves.set(reverses, { ...move, reversedBy: id })
  const { body } = move
  hold(pot, body.windowId, -intoWindow(body))
  if (body.type !== 'SupportPartPaid') return
  const support = pot.supports.get(body.code)!
  pot.supports.set(body.code, { ...support, ...supportWithout(support, reverses) })
}

/** Takes in what an entry says of the pot, in place. */
export const takeInPot = (pot: Pot, body: PotBody, entered: Entered): void => {
  const { windows, supports } = pot
  switch (body.type) {
    case 'PotWindowOpened': {
      const { windowId, currency, terms } = body
      const before = windows.get(windowId)
      // Opened again without terms, what its donor said before still holds.
      const said = terms ?? before?.terms
      const held = before?.held ?? 0
      windows.set(windowId, { windowId, currency, ...(said ? { terms: said } : {}), held })
      return
    }
    case 'DonationReceived':
    case 'DonationReturned':
    case 'SupportPartPaid':
      takeInMoney(pot, body, entered)
      return
    case 'SupportAsked':
      supports.set(body.code, {
        ...supportAfter(undefined, body, entered),
        askedBy: body.askedBy,
      })
      return
    case 'SupportStepTaken': {
      const support = supports.get(body.code)!
      supports.set(body.code, { ...support, ...supportAfter(support, body, entered) })
      return
    }
    case 'PotSupportDecided': {
      const support = supports.get(body.code)!
      supports.set(body.code, { ...support, state: body.outcome, decidedOn: entered.on })
      return
    }
    case 'PotEntryReversed':
      takeBack(pot, body, entered.id)
      return
  }
}

/** Whether what an entry names came before it. */
export const isKnownToPot = ({ windows, supports, moves }: Pot, body: PotBody): boolean => {
  switch (body.type) {
    case 'PotWindowOpened':
      return true
    case 'PotEntryReversed': {
      const move = moves.get(body.reverses)
      return move !== undefined && move.reversedBy === undefined
    }
    case 'SupportPartPaid':
      return windows.has(body.windowId) && supports.has(body.code)
    case 'SupportStepTaken':
    case 'PotSupportDecided':
      return supports.has(body.code)
    case 'DonationReceived':
    case 'DonationReturned':
    case 'SupportAsked':
      return windows.has(body.windowId)
  }
}
