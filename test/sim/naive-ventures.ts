/* What ventures do to the facts of the second count: each sum counted from the lines that there are. */
import type { VentureMove } from '#domain/ventures/venture.ts'
import type { CommandOf } from '#test/sim/kinds.ts'
import { type NaiveFacts, move } from '#test/sim/naive-facts.ts'
import { noteOf } from '#test/sim/naive-saving.ts'

type Named = { readonly ventureId: string }

const cash = ({ ventureId }: Named): string => `asset:venture-cash:${ventureId}`
const goods = ({ ventureId }: Named): string => `asset:venture-goods:${ventureId}`
const holders = ({ ventureId }: Named): string => `liability:venture:${ventureId}`

const balance = ({ lines }: NaiveFacts, account: string): number => {
  let sum = 0
  for (const line of lines) if (line.account === account) sum += line.amount
  return sum
}

const sharesIn = ({ ventureShares }: NaiveFacts, ventureId: string, memberId?: string): number => {
  let sum = 0
  for (const one of ventureShares)
    if (one.ventureId === ventureId && (memberId ?? one.memberId) === one.memberId)
      sum += one.shares
  return sum
}

export const found = (told: NaiveFacts, command: CommandOf<'FoundVenture'>): void =>
  void told.ventures.set(command.ventureId, command)

export const buy = (told: NaiveFacts, command: CommandOf<'BuyVentureShares'>): void => {
  const { id, ventureId, memberId, shares, effectiveOn } = command
  const amount = shares * told.ventures.get(ventureId)!.sharePrice
  move(told, effectiveOn, { id, from: holders(command), to: cash(command), amount })
  told.ventureShares.push({ id, ventureId, memberId, shares })
}

const ways: Readonly<
  Record<VentureMove, readonly [from: (of: Named) => string, to: (of: Named) => string]>
> = {
  earned: [holders, cash],
  spent: [cash, holders],
  missing: [cash, holders],
  bought: [cash, goods],
  gone: [goods, holders],
}

export const moneyMoved = (told: NaiveFacts, command: CommandOf<'RecordVentureMove'>): void => {
  const [from, to] = ways[command.move]
  move(told, command.effectiveOn, { ...command, from: from(command), to: to(command) })
}

export const share = (told: NaiveFacts, command: CommandOf<'ShareVentureProfit'>): void =>
  move(told, command.effectiveOn, { ...command, from: cash(command), to: holders(command) })

export const leave = (told: NaiveFacts, command: CommandOf<'LeaveVenture'>): void => {
  const { id, ventureId, memberId, effectiveOn } = command
  const { leavingValue, sharePrice } = told.ventures.get(ventureId)!
  const own = sharesIn(told, ventureId, memberId)
  const worth = Math.floor(-balance(told, holders(command)) / sharesIn(told, ventureId))
  const each = leavingValue === 'book-value' ? worth : Math.min(worth, sharePrice)
  const amount = own * each - ((own * each) % noteOf(told, effectiveOn))
  move(told, effectiveOn, { id, from: cash(command), to: holders(command), amount })
  told.ventureShares.push({ id, ventureId, memberId, shares: -own })
}

export const close = (told: NaiveFacts, command: CommandOf<'CloseVenture'>): void => {
  const { id, effectiveOn } = command
  const amount = balance(told, cash(command))
  move(told, effectiveOn, { id, from: cash(command), to: holders(command), amount })
}
