import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { type Member, isActingOn } from '#domain/fund/people/members.ts'
import type { FundViews, Journal, People } from '#domain/ports.ts'

/**
 * Whoever writes that all others have gone is not left alone by the own word for so many days: a meeting lies between,
 * at which somebody says that they are here.
 */
const writtenOffDays = 31

type Store = FundViews & Journal & Pick<People, 'membershipsOfFund'>

type LeftCase = {
  readonly fundId: string
  readonly networkId: string
  /** The officer who writes, and whom it is about: neither stands behind it. */
  readonly own: string | undefined
  readonly about: string
  readonly day: LocalDate
}

/** Facts of members' lives that one person has written of late, by when they were written and not by the day they name. */
const writtenOfLate = async (
  store: Store,
  { fundId, networkId, own, day }: LeftCase,
  members: readonly Member[],
): Promise<ReadonlySet<string>> => {
  const logins = (await store.membershipsOfFund(networkId, fundId))
    .filter(({ memberId }) => memberId === own)
    .map(({ userId }) => userId)
  const since = daysAfter(day, -writtenOffDays)
  const ids = members.flatMap(({ life = [] }) => life.map(({ id }) => id))
  const rows = await store.find(fundId, ids)
  return new Set(
    rows
      .filter(({ recordedBy, recordedAt }) => logins.includes(recordedBy) && recordedAt >= since)
      .map(({ id }) => id),
  )
}

/**
 * Why an officer does not appoint alone; undefined where nobody else is at home who could stand behind it. Somebody whom
 * only the own word has sent away lately counts as there, and that is another answer: no field on a page helps then.
 */
export const notAlone = async (
  store: Store,
  asked: LeftCase,
): Promise<'approval-needed' | 'written-off-lately' | undefined> => {
  const { fundId, own, about, day } = asked
  const others = (await store.subjects(fundId))
    .filter(({ kind }) => kind === 'member')
    .map(({ data }) => JSON.parse(data) as Member)
    .filter(({ memberId, offices }) => offices.length > 0 && ![own, about].includes(memberId))
  if (others.some((one) => isActingOn(one, day))) return 'approval-needed'
  const ofLate = await writtenOfLate(store, asked, others)
  const before = others.map((one) => ({
    ...one,
    life: (one.life ?? []).filter(({ id }) => !ofLate.has(id)),
  }))
  return before.some((one) => isActingOn(one, day)) ? 'written-off-lately' : undefined
}
