import type { LocalDate } from '#domain/kernel/dates.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { type Checked, type CheckState, checkAgainOn, checkState } from '#domain/network/checked.ts'
import { type PublicNumber, inOrder, numbersShown } from '#domain/network/numbers.ts'
import { dialled } from '#domain/network/public-texts.ts'
import type { ActivityLog, Journal, NetworkViews, People, SessionRow } from '#domain/ports.ts'
import { couldBeOne } from '#src/app/identity/hands.ts'
import { type NetworkBook, networkBookOf } from '#src/app/network/network-views.ts'
import { trainingOf } from '#src/app/network/training.ts'
import { registerOf } from '#src/app/network/register.ts'

/** A number that may be shown, with the day on which somebody has to look again. */
export type ShownNumber = Pick<
  PublicNumber,
  'country' | 'kind' | 'number' | 'name' | 'isFree' | 'hours' | 'languages'
> & { readonly checkedOn: LocalDate; readonly checkAgainOn: LocalDate }

/** What is shown says nothing of who entered or checked it. */
const shownOf =
  ({ goodForDays }: NetworkBook) =>
  ({
    country,
    kind,
    number,
    name,
    isFree,
    hours,
    languages,
    ...one
  }: PublicNumber): ShownNumber => ({
    country,
    kind,
    number,
    ...(name !== undefined && { name }),
    ...(isFree !== undefined && { isFree }),
    ...(hours !== undefined && { hours }),
    languages,
    checkedOn: one.check!.on,
    checkAgainOn: checkAgainOn(one, goodForDays)!,
  })

const byNetwork = (book: NetworkBook, today: LocalDate): readonly ShownNumber[] =>
  numbersShown(book, today).map(shownOf(book))

/** One for each number of a country, as it was looked at last, in the order of the countries. */
const each = (numbers: readonly ShownNumber[]): readonly ShownNumber[] => {
  const latest = new Map<string, ShownNumber>()
  for (const one of numbers) {
    const key = `${one.country} ${dialled(one.number)}`
    if (one.checkedOn > (latest.get(key)?.checkedOn ?? '')) latest.set(key, one)
  }
  return inOrder(latest.values())
}

type Store = Pick<NetworkViews, 'networkSubjects' | 'networkHead'> & {
  readonly networks: Pick<Journal, 'fundIds'>
}

/**
 * The numbers that anybody may see: those of the network that is named, else those of all networks of the service, each of
 * which two of its staff stand behind.
 */
export const numbersForAnybody = async (
  store: Store,
  { networkId, today }: { readonly networkId?: string | undefined; readonly today: LocalDate },
): Promise<readonly ShownNumber[]> => {
  const all = await store.networks.fundIds()
  const asked = all.filter((id) => id === networkId)
  const books = await Promise.all(
    (asked.length > 0 ? asked : all).map((id) => networkBookOf(store, id)),
  )
  return each(books.flatMap((book) => (book ? byNetwork(book, today) : [])))
}

/** A number as the staff see it: how far it can be relied on, and whether whoever asks has entered it. */
export type KeptNumber = PublicNumber & {
  readonly state: CheckState
  readonly checkAgainOn: LocalDate | undefined
}

/** All numbers of a network, with how each stands on a day. */
export const numbersOf = (
  { numbers, goodForDays }: Pick<NetworkBook, 'numbers' | 'goodForDays'>,
  today: LocalDate,
): readonly KeptNumber[] =>
  inOrder(numbers).map((one) => ({
    ...one,
    state: checkState(one, { today, goodForDays }),
    checkAgainOn: checkAgainOn(one, goodForDays),
  }))

type CheckerNeeds = {
  readonly store: NetworkViews &
    ActivityLog &
    Pick<People, 'memberships' | 'membershipsOfFund' | 'device' | 'user'>
}

/** What a second one says is so, of what somebody has entered; a report is ruled on and not checked so. */
const isCheck = (command: NetworkCommand): boolean =>
  command.type.startsWith('Check') && !('reportId' in command)

/** By whose hand that came which somebody says is so. */
const enteredBy = async (
  store: NetworkViews,
  book: NetworkBook,
  command: NetworkCommand,
): Promise<readonly string[]> => {
  const of = (one: Checked | undefined): readonly string[] => (one ? [one.enteredBy] : [])
  if ('numberId' in command)
    return of(book.numbers.find(({ numberId }) => numberId === command.numberId))
  if ('serviceId' in command)
    return of(book.services.find(({ serviceId }) => serviceId === command.serviceId))
  const { talks, courses } = await trainingOf(store, book.networkId)
  if ('talkId' in command) return of(talks.find(({ talkId }) => talkId === command.talkId))
  if ('courseId' in command)
    return of(courses.find(({ courseId }) => courseId === command.courseId))
  const { parties, routes, warnings, prices } = await registerOf(store, book.networkId)
  if ('routeId' in command) return of(routes.find(({ routeId }) => routeId === command.routeId))
  if ('warningId' in command)
    return of(warnings.find(({ warningId }) => warningId === command.warningId))
  if ('priceId' in command) return of(prices.find(({ priceId }) => priceId === command.priceId))
  if (!('facts' in command)) return []
  const facts = new Map(
    parties.flatMap((party) =>
      party.facts.map((one) => [`${party.partyId} ${one.factId}`, one] as const),
    ),
  )
  const hands = command.facts.flatMap((one) =>
    'partyId' in one ? of(facts.get(`${one.partyId} ${one.factId}`)) : [],
  )
  return [...new Set(hands)]
}

/**
 * Why whoever looks whether something is so is not heard: it is the one who entered it, or could be. What is entered by one
 * hand alone would be a trap that a single broker sets.
 */
export const checkerRefusal =
  (
    { store }: CheckerNeeds,
    { session: { networkId, userId = '' }, day }: { session: SessionRow; day: LocalDate },
  ) =>
  async (command: NetworkCommand): Promise<string | undefined> => {
    if (!isCheck(command)) return undefined
    const book = await networkBookOf(store, networkId)
    const hands = book ? await enteredBy(store, book, command) : []
    if (hands.includes(userId)) return 'checked-by-whoever-entered'
    for (const entered of hands)
      if (await couldBeOne(store, { networkId, userIds: [entered, userId], day }))
        return 'approver-reset-lately'
    return undefined
  }
