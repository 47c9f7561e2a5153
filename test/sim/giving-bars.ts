/* Grants, counted a second time from what was asked, voted and paid under each code. */
import type { Body, Command } from '#domain/village.ts'
import type { Bars, OfType } from '#test/sim/bars.ts'
import { isCarried } from '#test/sim/naive-lending.ts'
import { law } from '#test/sim/law.ts'
import { type Before, charterFor } from '#test/sim/lending-laws.ts'
import { sits } from '#test/sim/naive-people.ts'
import { daysPosted } from '#test/support/posted.ts'

/** What was said under a code, what was paid on it, and how it stands. */
const grantOf = ({ log }: Pick<Before, 'log'>, code: string) => {
  const taken = new Set(log.flatMap((one) => (one.type === 'ReverseEntry' ? [one.reverses] : [])))
  const about = log.filter((one) => 'code' in one && one.code === code && !taken.has(one.id))
  const asked = about.find((one) => one.type === 'AskForSupport')
  const paid = about.reduce(
    (sum, one) => (one.type === 'RecordSupportPart' ? sum + one.amount : sum),
    0,
  )
  let state = 'asked'
  for (const one of about) {
    if (one.type === 'AwardAtOnce') state = 'at-once'
    if (one.type === 'TakeSupportStep' && one.step !== 'conditions-met') state = one.step
    if (one.type === 'DecideSupport') state = isCarried(one.ballot) ? 'approved' : 'refused'
  }
  const isAwarded = state === 'approved' || state === 'at-once'
  const isShown = about.some(
    (one) => one.type === 'TakeSupportStep' && one.step === 'conditions-met',
  )
  return { asked, paid, state, isAwarded, isShown }
}

const heldIn = ({ village }: Before, windowId: string): number =>
  [...(daysPosted(village.posted).get(`liability:grant-window:${windowId}`) ?? [])].reduce(
    (sum, [, amount]) => sum - amount,
    0,
  )

/** A window has less than the grant asks beside what it still owes on those that were awarded. */
const isTooSmall = (before: Before, code: string): boolean => {
  const { asked } = grantOf(before, code)
  if (!asked) return false
  const codes = before.log.flatMap((one) =>
    one.type === 'AskForSupport' && one.windowId === asked.windowId ? [one.code] : [],
  )
  const promised = [...new Set(codes)]
    .map((one) => grantOf(before, one))
    .reduce((sum, one) => sum + (one.isAwarded ? Math.max(one.asked!.amount - one.paid, 0) : 0), 0)
  return heldIn(before, asked.windowId) - promised < asked.amount
}

/** An emergency return with children, by the charter or as the rules have it. */
const isAboveAtOnce = (before: Before, { code, effectiveOn }: OfType<'AwardAtOnce'>): boolean => {
  const { currency, support = {} } = charterFor(before, effectiveOn)
  const [alone, children] = currency === 'KHR' ? [300_000, 200_000] : [7500, 5000]
  const most = (support['emergency-return'] ?? alone) + (support.children ?? children)
  return (grantOf(before, code).asked?.amount ?? 0) > most
}

export const givingBars: Bars = {
  AskForSupport: {
    'support-code-used': (before, { code }) => grantOf(before, code).asked !== undefined,
    'window-not-open': ({ log }, { windowId, effectiveOn: on }) => {
      const terms = log.findLast(
        (one): one is OfType<'SetWindowTerms'> =>
          one.type === 'SetWindowTerms' && one.windowId === windowId,
      )
      return terms !== undefined && (on < terms.from || on > terms.until)
    },
  },
  DecideSupport: {
    'not-checked': (before, { code }) => grantOf(before, code).state === 'asked',
    'already-decided': (before, { code }) =>
      !['asked', 'checked', 'at-once'].includes(grantOf(before, code).state),
    'window-too-small': (before, { code, ballot }) =>
      isCarried(ballot) && grantOf(before, code).state === 'checked' && isTooSmall(before, code),
  },
  AwardAtOnce: {
    'already-decided': (before, { code }) =>
      !['asked', 'checked'].includes(grantOf(before, code).state),
    'window-too-small': (before, { code }) => isTooSmall(before, code),
    'above-at-once': isAboveAtOnce,
    'approver-not-an-officer': ({ village }, { officers, effectiveOn }) =>
      officers[0] === officers[1] ||
      officers.some((id) => !sits(village.members.get(id)!, effectiveOn)),
  },
}

/** A part that is more than was awarded, or the last of several before anything was shown, bears its mark. */
export const givingLaws = (before: Before, command: Command, body: Body): void => {
  if (command.type !== 'RecordSupportPart') return
  const { asked, paid, isAwarded, isShown } = grantOf(before, command.code)
  const sum = paid + command.amount
  const isLast = asked!.parts > 1 && sum >= asked!.amount
  const marks: Readonly<Record<string, boolean>> = {
    'window-overspent': command.amount > heldIn(before, asked!.windowId),
    'paid-without-decision': !isAwarded,
    'above-award': sum > asked!.amount,
    'conditions-open': isAwarded && isLast && !isShown,
  }
  for (const [mark, isSo] of Object.entries(marks))
    law(`a part bears its mark: ${mark}`, isSo === (body.flags as string[]).includes(mark), () => [
      command,
      body,
    ])
}
