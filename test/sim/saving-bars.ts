/* What members have saved and what is split among them, counted a second time: when it must wait, and when it may not. */
import type { Body, Command } from '#domain/village.ts'
import { officersOn } from '#test/sim/ballot-laws.ts'
import type { Bars, OfType } from '#test/sim/bars.ts'
import { law } from '#test/sim/law.ts'
import { type Before, charterFor } from '#test/sim/lending-laws.ts'
import { naiveLoans } from '#test/sim/naive-books.ts'
import { naiveAccount } from '#test/sim/naive-loan.ts'
import { whereIs } from '#test/sim/naive-people.ts'
import { naiveSettlement, naiveStanding } from '#test/sim/naive-standing.ts'
import { dayOf } from '#test/support/oracle/calendar.ts'
import { daysPosted } from '#test/support/posted.ts'

/** What is owed on accounts through a day, and in all; of what is owned below zero. */
const owedOn = ({ village }: Before, account: RegExp, on: string): readonly [number, number] => {
  const days = [...daysPosted(village.posted)].flatMap(([name, all]) =>
    account.test(name) ? [...all] : [],
  )
  const through = (last: string): number =>
    days.reduce((sum, [day, amount]) => (day <= last ? sum - amount : sum), 0)
  return [through(on), through('9999')]
}

const isTakenBack = ({ log }: Before, id: string): boolean =>
  log.some((one) => one.type === 'ReverseEntry' && one.reverses === id)

/** Those of a type that were not taken back. */
const standing = <Type extends Command['type']>(before: Before, type: Type): OfType<Type>[] =>
  before.log.filter((one): one is OfType<Type> => one.type === type && !isTakenBack(before, one.id))

/** More than a fifth of all that is owed is thirty days late, or under relief. */
const isAtRisk = ({ log }: Before, { effectiveOn }: OfType<'ShareOut'>): boolean => {
  const on = dayOf(effectiveOn)
  const all = [...naiveLoans(log).values()].flatMap((loan) => naiveStanding(loan, on) ?? [])
  const owed = (those: typeof all): number =>
    those.reduce((sum, { account }) => sum + account.owed, 0)
  return owed(all.filter((one) => one.daysLate > 30 || one.isUnderRelief)) * 5 > owed(all)
}

const hasNoSurplus = (before: Before, { effectiveOn: on }: OfType<'ShareOut'>): boolean => {
  const surplus = Math.min(...owedOn(before, /^equity:undistributed-surplus$/, on))
  return surplus + Math.min(...owedOn(before, /^equity:running-costs-reserve$/, on)) <= 0
}

/** Whether a sum can go: a fifth of what stays saved stays in cash, and from June to November 35 of each hundred. */
const leavesEnough = (before: Before, on: string, { gone = 0, parts = 0 }): boolean => {
  const cash = 0 - Math.max(...owedOn(before, /^asset:(cash-box|bank|wallet)$/, on))
  const others = Math.max(...owedOn(before, /^liability:(social-fund|grant-window|suspense)/, on))
  const saved = Math.max(...owedOn(before, /^liability:(private-)?savings/, on)) + parts
  const isRainy = /-(06|07|08|09|10|11)-/.test(on)
  const left = cash - others - gone
  return left >= 0 && left * 100 >= (isRainy ? 35 : 20) * (saved - gone)
}

/** What is handed out at once leaves what must stay; and nobody waits for what need not. */
export const waitingLaws = (before: Before, { effectiveOn: on }: Command, body: Body): void => {
  const note = charterFor(before, on).currency === 'KHR' ? 100 : 1
  if (body.type === 'SharedOut') {
    const { pool, members, reserve, runningCosts } = body
    const part = (percent: number): number => Math.floor((pool * percent) / 100 / note) * note
    const isRule = members === part(60) && runningCosts === part(10)
    law('sixty are the members’, ten for costs', isRule, () => body)
    law('nothing of a surplus is lost', members + reserve + runningCosts === pool, () => body)
    const gone = body.rows.reduce((sum, { payNow }) => sum + payNow, 0)
    const leaves = gone === 0 || leavesEnough(before, on, { gone, parts: body.members })
    law('a share-out leaves what must stay in cash', leaves, () => body)
  }
  if (body.type !== 'WithdrawalRequested') return
  const { payNow: gone, queued, amount } = body
  law('what is asked for is paid or waits', gone + queued === amount, () => body)
  law('enough stays in cash', gone === 0 || leavesEnough(before, on, { gone }), () => body)
  const isFirst = !before.log.some(({ type }) => /^(RequestWithdrawal|ShareOut)$/.test(type))
  const mustWait = queued === 0 || !leavesEnough(before, on, { gone: gone + note })
  law('nobody waits for cash that is there', !isFirst || mustWait, () => body)
}

export const savingBars: Bars = {
  ShareOut: {
    'surplus-held': (before, command) => command.isSurplusSplit && isAtRisk(before, command),
    'no-surplus': (before, command) => command.isSurplusSplit && hasNoSurplus(before, command),
    'share-out-before-the-last': (before, { effectiveOn }) =>
      standing(before, 'ShareOut').some((one) => effectiveOn <= one.effectiveOn),
  },
  PayInterestOnSavings: {
    'interest-paid-already': (before, { from, to }) =>
      standing(before, 'PayInterestOnSavings').some((one) => one.from <= to && from <= one.to),
  },
  ConfirmPayout: {
    'own-act-not-witnessed': ({ village }, { memberId, approvedBy, proof, effectiveOn }) => {
      const officers = officersOn(village, effectiveOn)
      const others = (proof?.witnesses ?? []).filter((one) => !officers.includes(one))
      return approvedBy !== memberId && others.length < 2
    },
  },
  RepayFromSavings: {
    'loan-not-open': ({ log }, { loanId, effectiveOn }) => {
      const loan = naiveLoans(log).get(loanId)!
      const on = dayOf(effectiveOn)
      return on < loan.beganOn || naiveAccount(loan, on).owed === 0
    },
    'borrower-died': ({ village }, { loanId, effectiveOn }) => {
      const { memberId } = village.loans.get(loanId)!
      return whereIs(village.members.get(memberId)!, effectiveOn) === 'dead'
    },
    'own-act-not-witnessed': (_, { proof }) => (proof.witnesses ?? []).length < 2,
    'more-than-own-savings': (before, { loanId, amount, effectiveOn }) => {
      const { memberId } = before.village.loans.get(loanId)!
      const own = owedOn(before, new RegExp(`^liability:savings:${memberId}$`), effectiveOn)
      return amount > Math.min(...own)
    },
    'more-than-owed': ({ log }, { loanId, amount, effectiveOn }) =>
      amount > naiveSettlement(naiveLoans(log).get(loanId)!, dayOf(effectiveOn)),
  },
}
