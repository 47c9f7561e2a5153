import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import type { PlanRow } from '#domain/loans/plan/plan-rows.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'
import { periodsOf, unitedWindows } from '#test/support/oracle/due-days.ts'
import { oracleRows } from '#test/support/oracle/oracle-rows.ts'
import { sharesOf } from '#test/support/oracle/shares.ts'

type Corners = Readonly<Record<string, boolean>>

const among = <T extends string>(about: string, all: readonly T[], one: T | undefined): Corners =>
  Object.fromEntries(all.map((each) => [`${about} ${each}`, each === one]))

const modes = ['down', 'up', 'half-up', 'half-even'] as const

/** What the terms say, without counting anything. */
const writtenCorners = (terms: PlanTerms): Corners => {
  const { due, interest, graceOnInterest, principal, balloon = 0, instalments } = terms
  const rule = 'on' in due ? undefined : due
  const start = 'on' in due ? due.periodFrom : undefined
  const graceOn = terms.graceOnPrincipal ?? 0
  return {
    ...among('every', ['days', 'weeks', 'months', 'years'], rule?.every.unit),
    'every step of more than one unit': (rule?.every.n ?? 1) > 1,
    'agreed day of the month is later than the first': Boolean(
      rule?.dayOfMonth && rule.dayOfMonth > Number(rule.firstDueOn.slice(8)),
    ),
    'list without a start': 'on' in due && start === undefined,
    'list that starts before the pay-out': start !== undefined && start < terms.paidOutOn,
    'list that starts on the pay-out': start === terms.paidOutOn,
    'list that starts after the pay-out': start !== undefined && start > terms.paidOutOn,
    ...among('interest by the', ['period', 'day'], interest.per),
    ...among(
      'days',
      ['actual/365', 'actual/actual', '30/360'],
      interest.per === 'day' ? interest.days : undefined,
    ),
    ...among(
      'repayment',
      ['equal-principal', 'equal-instalment', 'bullet'].flatMap((repayment) =>
        ['first', 'last', 'spread'].map((remainder) => `${repayment}, ${remainder}`),
      ),
      `${terms.repayment}, ${terms.remainder}`,
    ),
    ...among('interest rounded', modes, terms.interestRounding.mode),
    ...among('instalment rounded', modes, terms.instalmentRounding.mode),
    'grace on principal': graceOn > 0,
    'grace on principal until the last row': graceOn > 0 && graceOn === instalments - 1,
    ...among('grace on interest', ['deferred', 'forgiven'], graceOnInterest?.is),
    'grace on all interest': graceOnInterest?.instalments === instalments,
    balloon: balloon > 0,
    'balloon of all but one': balloon > 0 && balloon === principal - 1,
    'balloon with equal instalments': balloon > 0 && terms.repayment === 'equal-instalment',
    'flat offer': interest.isFlat === true,
    'one instalment': instalments === 1,
    'more than 24 instalments': instalments > 24,
    'principal of less than a step': principal < terms.instalmentRounding.step,
    'largest principal': principal === 999_999_999_999,
    'paid out on 29 February': terms.paidOutOn.endsWith('-02-29'),
  }
}

const differ = <T>(a: readonly PlanRow[], b: readonly PlanRow[], of: (row: PlanRow) => T) =>
  a.length !== b.length || a.some((row, i) => of(row) !== of(b[i]!))

/** What the working days and the windows of relief did to the rows. */
const dayCorners = (terms: PlanTerms, rows: readonly PlanRow[]): Corners => {
  const { workingDays, ...everyDay } = terms
  const { relief, ...never } = everyDay
  const unmoved = workingDays === undefined ? rows : oracleRows(everyDay)
  const plain = relief === undefined ? unmoved : oracleRows(never)
  const isEarlier = rows.some(({ dueOn }, i) => dueOn < unmoved[i]!.dueOn)
  const isLater = rows.some(({ dueOn }, i) => dueOn > unmoved[i]!.dueOn)
  const { paidOutOn, due } = terms
  const isMovedByRelief = differ(unmoved, plain, ({ dueOn }) => dueOn)
  const windows = relief ?? []
  const dueDays = new Set(periodsOf(terms, []).map(({ endsOn }) => textOf(endsOn)))
  const dayAfter = (day: string): string => textOf(dayOf(day) + 1)
  const first = 'on' in due ? due.on[0]! : due.firstDueOn
  return {
    'due day that moved forward': isLater && workingDays?.direction === 'forward',
    'due day that moved backward': isEarlier && workingDays?.direction === 'backward',
    'due day that moved forward in its month':
      isLater && workingDays?.direction === 'forward-in-month',
    'due day that moved backward to stay in its month':
      isEarlier && workingDays?.direction === 'forward-in-month',
    'no day on which anybody meets': workingDays?.weekend.length === 7,
    'due day that relief moved': isMovedByRelief,
    'relief over the first due day': windows.some(({ from, to }) => from <= first && first <= to),
    'relief that begins on a due day': windows.some(({ from }) => dueDays.has(from)),
    'relief that ends on a due day': windows.some(({ to }) => dueDays.has(to)),
    'relief that ends the day before a due day': windows.some(({ to }) =>
      dueDays.has(dayAfter(to)),
    ),
    'relief of one day, a due day': windows.some(({ from, to }) => from === to && dueDays.has(to)),
    'relief before the pay-out': windows.some(({ to }) => to < paidOutOn),
    'three windows of relief': windows.length === 3,
    'windows of relief that touch or overlap': unitedWindows(relief).length < windows.length,
    'list that relief made longer':
      'on' in due && unmoved.some(({ dueOn }) => dueOn > due.on.at(-1)!),
    'relief that lowered interest and moved no day':
      !isMovedByRelief && differ(unmoved, plain, ({ interest }) => interest),
    'due on 29 February': unmoved.some(({ dueOn }) => dueOn.endsWith('-02-29')),
    'day of the month that was cut short':
      !('on' in due) && new Set(unmoved.map(({ dueOn }) => dueOn.slice(8))).size > 1,
  }
}

/** Parameters without which the rows would be others. */
const feltCorners = (terms: PlanTerms, rows: readonly PlanRow[]): Corners => {
  const isFelt = (change: Partial<PlanTerms>): boolean =>
    differ(rows, oracleRows({ ...terms, ...change }), ({ principal, interest }) =>
      [principal, interest].join(),
    )
  const { interest, remainder, repayment } = terms
  const windows = unitedWindows(terms.relief)
  const plain = periodsOf(terms, [])
  const { over, under } = sharesOf(terms, plain, [])
  const relieved = sharesOf(terms, periodsOf(terms, windows), windows).over
  const first = plain[0]!
  const sorts = ['equal-principal', 'equal-instalment'] as const
  return {
    'interest cut to half of the principal':
      terms.isOutside !== true && isFelt({ isOutside: true }),
    'offer that bears more than half': terms.isOutside === true && isFelt({ isOutside: false }),
    'short first period': interest.per === 'period' && over[0]! < under,
    'short first period that relief passed over':
      interest.per === 'period' && over[0]! < under && relieved[0] === under,
    'first period of more than 70 days': first.endsOn - dayOf(terms.paidOutOn) > 70,
    'share held against the one without relief': relieved.some((share, i) => share > over[i]!),
    'days of leap years counted by themselves':
      interest.per === 'day' &&
      interest.days === 'actual/actual' &&
      isFelt({ interest: { ...interest, days: 'actual/365' } }),
    'row on which nothing falls due': repayment !== 'bullet' && rows.length < terms.instalments,
    'interest without principal': rows.some((row) => row.principal === 0),
    ...Object.fromEntries(
      sorts.flatMap((sort) => [
        [
          `${sort} with a remainder that is felt in the first`,
          repayment === sort && remainder === 'first' && isFelt({ remainder: 'last' }),
        ],
        [
          `${sort} with a remainder that is felt in the spread`,
          repayment === sort && remainder === 'spread' && isFelt({ remainder: 'last' }),
        ],
      ]),
    ),
    'half-even felt': isFelt({
      interestRounding: {
        ...terms.interestRounding,
        mode: terms.interestRounding.mode === 'half-even' ? 'half-up' : 'half-even',
      },
    }),
    'spread that takes steps away':
      repayment === 'equal-principal' &&
      remainder === 'spread' &&
      terms.instalmentRounding.mode === 'up' &&
      isFelt({ remainder: 'first' }),
  }
}

/** Every corner of the convention by its name, and whether these terms are in it. */
export const cornersOf = (terms: PlanTerms): Corners => {
  const rows = oracleRows(terms)
  return { ...writtenCorners(terms), ...dayCorners(terms, rows), ...feltCorners(terms, rows) }
}
