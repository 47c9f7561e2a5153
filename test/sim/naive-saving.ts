/* Shares, share-outs and interest on savings, counted a second time: day by day, share by share. */
import type { CommandOf } from '#test/sim/kinds.ts'
import { nextMeeting } from '#test/sim/naive-lending.ts'
import { naiveAccount } from '#test/sim/naive-loan.ts'
import { naiveSettlement } from '#test/sim/naive-standing.ts'
import { type Line, type NaiveFacts, charterAt, move } from '#test/sim/naive-facts.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'

const saved = (memberId: string): string => `liability:savings:${memberId}`

type Held = { readonly saved: number; readonly shares: number; readonly inShares: number }

/** What a member holds at the end of a day: one price for each share, the last bought at the end. */
const heldAt = (
  told: NaiveFacts,
  lines: readonly Line[],
  memberId: string,
  through: string,
): Held => {
  const own = lines.filter(({ account, on }) => account === saved(memberId) && on <= through)
  const bought = told.bought.filter((one) => one.memberId === memberId && one.on <= through)
  const ends = told.shareOuts.filter(({ endsCycle }) => endsCycle).map(({ on }) => on)
  const days = new Set([...own.map(({ on }) => on), ...ends.filter((on) => on <= through)])
  let shares: number[] = []
  let money = 0
  for (const day of [...days].toSorted()) {
    for (const { on, amount } of own) if (on === day) money -= amount
    for (const one of bought)
      if (one.on === day) shares.push(...Array.from({ length: one.shares }, () => one.value))
    let worth = shares.reduce((sum, value) => sum + value, 0)
    while (worth > Math.max(money, 0)) worth -= shares.pop()!
    if (ends.includes(day)) shares = []
  }
  return {
    saved: money,
    shares: shares.length,
    inShares: shares.reduce((sum, value) => sum + value, 0),
  }
}

const savers = (lines: readonly Line[]): string[] => [
  ...new Set(
    lines
      .filter(({ account }) => account.startsWith('liability:savings:'))
      .map(({ account }) => account.slice('liability:savings:'.length)),
  ),
]

/** Whole notes to each, and one more to those who were rounded down by most. */
const splitInNotes = (sum: number, weights: ReadonlyMap<string, number>, note: number) => {
  const all = [...weights.values()].reduce((total, weight) => total + weight, 0)
  const notes = sum / note
  const parts = [...weights]
    .map(([key, weight]) => {
      const exact = BigInt(notes) * BigInt(weight)
      return { key, notes: Number(exact / BigInt(all)), left: Number(exact % BigInt(all)) }
    })
    .toSorted((a, b) => b.left - a.left || (a.key < b.key ? -1 : 1))
  const missing = notes - parts.reduce((total, part) => total + part.notes, 0)
  return parts.map((part, i) => ({
    key: part.key,
    amount: (part.notes + (i < missing ? 1 : 0)) * note,
  }))
}

type Moment = {
  /** Every line of the open books, what loans did among them, on the days it happened. */
  readonly lines: readonly Line[]
  readonly surplus: number
  readonly setAside: number
}

const shareMonths = (told: NaiveFacts, lines: readonly Line[], on: string): Map<string, number> => {
  const { meetingDay } = charterAt(told, on)
  const from = told.shareOuts
    .filter(({ isSplit }) => isSplit)
    .map((one) => one.on)
    .toSorted()
    .at(-1)
  const months = new Map(savers(lines).map((memberId) => [memberId, 0]))
  const opened = told.charters[0]!.from
  let day = nextMeeting(dayOf(from ?? opened), meetingDay)
  for (; textOf(day) <= on; day = nextMeeting(day, meetingDay))
    for (const memberId of months.keys())
      months.set(
        memberId,
        months.get(memberId)! + heldAt(told, lines, memberId, textOf(day)).shares,
      )
  return months
}

export const noteOf = (told: NaiveFacts, on: string): number =>
  charterAt(told, on).currency === 'KHR' ? 100 : 1

const pool = 'equity:undistributed-surplus'

export const shareOut = (told: NaiveFacts, command: CommandOf<'ShareOut'>, now: Moment): void => {
  const { id, effectiveOn: on, isSurplusSplit: isSplit, payOut } = command
  if (isSplit) {
    const note = noteOf(told, on)
    const all = now.surplus + now.setAside
    const part = (percent: number): number =>
      Number((BigInt(all) * BigInt(percent)) / BigInt(100 * note)) * note
    const [members, costs] = [part(60), part(10)]
    const give = (to: string, amount: number): void =>
      move(told, on, { id, from: to, to: pool, amount })
    move(told, on, { id, from: pool, to: 'equity:running-costs-reserve', amount: now.setAside })
    const months = shareMonths(told, now.lines, on)
    for (const { key, amount } of splitInNotes(members, months, note)) give(saved(key), amount)
    give('equity:reserve', all - members - costs)
    give('equity:running-costs-reserve', costs)
  }
  told.shareOuts.push({ id, on, isSplit, endsCycle: payOut === 'shares-and-parts' })
}

export const payInterest = (
  told: NaiveFacts,
  command: CommandOf<'PayInterestOnSavings'>,
  lines: readonly Line[],
): void => {
  const { id, effectiveOn: on, from, to, ratePercent, bearer } = command
  const step = charterAt(told, on).interestStep
  const rate = BigInt(Math.round(Number(ratePercent) * 1_000_000))
  for (const memberId of savers(lines)) {
    let weight = 0
    let held = heldAt(told, lines, memberId, from)
    const moves = new Set([...lines.map((line) => line.on), ...told.shareOuts.map((one) => one.on)])
    for (let day = dayOf(from); day <= dayOf(to); day += 1) {
      if (moves.has(textOf(day))) held = heldAt(told, lines, memberId, textOf(day))
      weight += Math.max(bearer === 'all' ? held.saved : held.saved - held.inShares, 0)
    }
    const steps = (BigInt(weight) * rate) / (36_500n * 1_000_000n * BigInt(step))
    const amount = Number(steps) * step
    move(told, on, { id, from: saved(memberId), to: 'expense:interest-paid', amount })
  }
}

/** The savings go to the oldest loan first, where the meeting said so; what is left of each is given up. */
export const settleDeath = (
  told: NaiveFacts,
  { id, memberId, isNetted, effectiveOn }: CommandOf<'SettleDeath'>,
  savings: number,
): void => {
  const on = dayOf(effectiveOn)
  const open = [...told.loans]
    .filter(([, loan]) => loan.memberId === memberId && !loan.isVoid && loan.beganOn <= on)
    .filter(([, loan]) => naiveAccount(loan, on).owed > 0)
    .toSorted(([a, one], [b, other]) => one.beganOn - other.beganOn || (a < b ? -1 : 1))
  let left = isNetted ? Math.max(savings, 0) : 0
  for (const [, loan] of open) {
    const amount = Math.min(naiveSettlement(loan, on), left)
    left -= amount
    if (amount > 0) loan.payments.push({ id, on, amount, from: 'savings' })
    const { owed } = naiveAccount(loan, on)
    if (owed > 0) loan.writeOffs.push({ id, on, amount: owed })
  }
}
