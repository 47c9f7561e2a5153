import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { type Duty, dutyCodes } from '#domain/network/register/duties.ts'
import { type ReportKind, householdsOf, reportKinds } from '#domain/network/watch/report.ts'
import {
  type Official,
  type UpheldReport,
  type Watch,
  type WatchRules,
  knownBy,
  upheldOf,
  usualRules,
} from '#domain/network/watch/watch.ts'
import { agenciesOf } from '#domain/network/watch/ladder.ts'

/*
 * What anybody may read of reports. Whoever watches every byte for years must not learn from it that somebody spoke. No rule
 * of counting keeps that from whoever knows all others who did; so a report whose maker has not asked for it to be counted
 * changes nothing here, ever. Those that are counted change it on two days of the year alone, once they are enough and older
 * than the delay, and no number, day or place is told.
 */

/** What anybody reads of an agency. */
export type ShownAgency = {
  readonly partyId: string
  /** Of what kinds, each by enough households for itself. */
  readonly kinds: readonly ReportKind[]
  readonly duties: readonly Duty[]
  /** Whether enough households spoke of it. */
  readonly isReported: boolean
  /** What authorities have ruled, which is public by itself. */
  readonly official: readonly Official[]
}

/** The last day on which what is shown could change. */
export const lastShowing = (today: LocalDate): LocalDate =>
  `${today.slice(0, 4)}-${today.slice(5) < '07-01' ? '01' : '07'}-01`

/**
 * The rules by which anything is told outside: those that were written down before the last showing. Others wait for the next
 * one, or the day on which a network sets them would tell what it holds.
 */
export const rulesShown = (
  { rules, ruled }: Pick<Watch, 'rules' | 'ruled'>,
  today: LocalDate,
): WatchRules => {
  const showing = lastShowing(today)
  const before = ruled?.findLast(({ writtenOn }) => writtenOn < showing)
  return before ?? (ruled === undefined ? rules : usualRules)
}

const countedOf = (upheld: readonly UpheldReport[]): readonly UpheldReport[] =>
  // A venue is named nowhere: whoever works there would be looked at.
  upheld.filter(({ mayBeCounted, kind }) => mayBeCounted && kind !== 'venue')

const officialOf = (upheld: readonly UpheldReport[], today: LocalDate): readonly Official[] => {
  const found = new Map<string, Official>()
  for (const { ruling } of countedOf(upheld))
    if (ruling.official && ruling.official.on <= today)
      found.set(`${ruling.official.on} ${ruling.official.authority}`, ruling.official)
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

const shownOf = (watch: Watch, partyId: string, today: LocalDate): ShownAgency => {
  const { publicFrom, delayDays } = rulesShown(watch, today)
  const old = daysAfter(lastShowing(today), -delayDays)
  const counted = countedOf(upheldOf(watch, partyId, knownBy(old)))
  const isEnough = (some: readonly UpheldReport[]): boolean => householdsOf(some) >= publicFrom
  return {
    partyId,
    isReported: isEnough(counted),
    duties: dutyCodes.filter((duty) =>
      isEnough(counted.filter(({ duties }) => duties.includes(duty))),
    ),
    kinds: reportKinds.filter((kind) => isEnough(counted.filter((one) => one.kind === kind))),
    official: officialOf(upheldOf(watch, partyId), today),
  }
}

/** What anybody may read of all agencies today, by agency; nothing before a reviewer has let it be told. */
export const shownWatch = (watch: Watch, today: LocalDate): readonly ShownAgency[] =>
  watch.isPublic
    ? agenciesOf(watch)
        .map((partyId) => shownOf(watch, partyId, today))
        .filter(({ isReported, official }) => isReported || official.length > 0)
    : []
