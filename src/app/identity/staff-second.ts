import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import { networkOperations } from '#domain/operations/network.ts'
import { type NetworkCommand, isDecidingRole, isOfDecidingStaff } from '#domain/network.ts'
import type { StaffDismissed } from '#domain/network/operations/staff.ts'
import type {
  ActivityLog,
  ActivityRow,
  FundViews,
  Journal,
  NetworkJournal,
  NetworkViews,
  People,
} from '#domain/ports.ts'
import { type Standing, couldBeOne } from '#src/app/identity/hands.ts'
import { givenPersonOf } from '#src/app/identity/given.ts'
import { personOf } from '#src/app/identity/persons.ts'
import type { NetworkRecorder } from '#src/app/network/network-record.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'

/**
 * For so many days whoever has dismissed the last other one of the deciding staff does nothing alone: the other one has
 * a week to find out and to speak.
 */
const waitingDays = 7

/**
 * Acts that give or take power over people's books, or give a donor's money back: one of the staff alone does none of them
 * where there is another one. A window of the pot that is opened without terms promises nothing to anybody.
 */
export const isOfTwoStaff = (command: NetworkCommand): boolean => {
  const { type } = command
  const one = networkOperations.list.find((each) => each.command === type)
  const isPlainWindow = type === 'OpenPotWindow' && command.terms === undefined
  return one !== undefined && one.second !== 'none' && !isPlainWindow
}

type Watched = NetworkViews & ActivityLog & { readonly networks: NetworkJournal }

const linesAtATime = 200

/** Lines of a network's log since a few days ago. */
const linesOfLate = async (
  store: ActivityLog,
  { networkId, day }: { networkId: string; day: LocalDate },
): Promise<readonly ActivityRow[]> => {
  const since = daysAfter(day, -waitingDays)
  const late: ActivityRow[] = []
  for (;;) {
    const before = late.at(-1)?.activityId
    const page = { ...(before ? { before } : {}), limit: linesAtATime }
    const lines = await store.activities(networkId, page)
    const found = lines.filter(({ at }) => at.slice(0, 10) >= since)
    late.push(...found)
    if (lines.length < linesAtATime || found.length < lines.length) return late
  }
}

/** Whether somebody who decided was dismissed of late: by when it was written, whatever day it was written for. */
const wasOneDismissed = async (
  store: Watched,
  { networkId, day }: { networkId: string; day: LocalDate },
): Promise<boolean> => {
  const ids = (await linesOfLate(store, { networkId, day }))
    .filter(({ action, outcome }) => action === 'DismissStaff' && outcome === 'done')
    .map(({ subject }) => subject.replace('entry:', ''))
  if (ids.length === 0) return false
  return (await store.networks.find(networkId, ids)).some(({ data }) =>
    isDecidingRole((JSON.parse(data) as StaffDismissed).role),
  )
}

/** Whether anybody else of the staff decides there, or has until a few days ago; beside whom it is about. */
export const hasAnotherOfStaff = async (
  store: Watched,
  {
    networkId,
    userId,
    about,
    day,
  }: { networkId: string; userId: string; about?: string | undefined; day: LocalDate },
): Promise<boolean> => {
  const book = await networkBookOf(store, networkId)
  return (
    (book?.staff ?? []).some(
      (one) => ![userId, about].includes(one.userId) && isOfDecidingStaff(one, day),
    ) || wasOneDismissed(store, { networkId, day })
  )
}

type Word = Standing & {
  readonly networkId: string
  /** Whose word it is, and for whom. */
  readonly userId: string
  readonly by: string
  readonly day: LocalDate
}

type WordNeeds = {
  readonly store: FundViews & NetworkViews & ActivityLog & People & { readonly networks: Journal }
  /** With it a post that stands in a view alone gives no word. */
  readonly recordNetwork?: NetworkRecorder
}

/**
 * Why the word of one of the staff is none: whoever gives it does not decide on the day that it is given (whatever day
 * the decision is written for), or could be the other one: one of them has had a hand in the other one's login.
 */
export const staffWordFault = async (
  { store, recordNetwork }: WordNeeds,
  { networkId, userId, by, day, isPower }: Word,
): Promise<'not-of-the-deciding-staff' | 'approver-reset-lately' | undefined> => {
  const whose = { networkId, userId, card: undefined }
  const { staffRoles } = await (recordNetwork
    ? givenPersonOf({ store, recordNetwork }, whose, day)
    : personOf(store, whose, day))
  if (!staffRoles.some(isDecidingRole)) return 'not-of-the-deciding-staff'
  return (await couldBeOne(store, { networkId, userIds: [by, userId], day, isPower }))
    ? 'approver-reset-lately'
    : undefined
}
