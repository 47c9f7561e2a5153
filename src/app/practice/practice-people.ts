import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import { paidOutOn } from '#domain/loans/loan.ts'
import { standingsOn } from '#domain/health/book.ts'
import type { Role, StaffRole } from '#domain/access/roles.ts'
import type { Particulars } from '#domain/fund/people/particulars.ts'
import type { Device, Hasher, Journal, NetworkJournal, Notes, User } from '#domain/ports.ts'
import { issueCard } from '#src/app/identity/cards.ts'
import { type IdentityNeeds, loginKeyOf } from '#src/app/identity/identity.ts'
import { namePracticePeople } from '#src/app/practice/practice-names.ts'
import { practiceDirectory } from '#src/app/practice/practice-directory.ts'
import { practiceTraining } from '#src/app/practice/practice-training.ts'
import { practicePrices } from '#src/app/practice/practice-prices.ts'
import { practiceRegister } from '#src/app/practice/practice-register.ts'
import { practiceWarnings } from '#src/app/practice/practice-warnings.ts'
import { practiceWatch } from '#src/app/practice/practice-watch.ts'
import { practiceReleases } from '#src/app/practice/practice-figures.ts'
import { keepFigures } from '#src/app/figures/book.ts'
import { practicePot, practiceStaff } from '#src/app/practice/practice-pot.ts'
import type { NetworkRecorder } from '#src/app/network/network-record.ts'
import { bookOf } from '#src/app/queries.ts'
import type { Answer } from '#src/app/answer.ts'
import type { Recorder } from '#src/app/record.ts'
import { type OpenedSession, openSession } from '#src/app/identity/sessions.ts'
import { addUser, setSecret } from '#src/app/identity/users.ts'

/** Whom the practice fund lets a newcomer be, each with that person's rights and no others. */
export const doors = [
  'record-keeper',
  'household',
  'auditor',
  'migration-worker',
  'chair',
  'administrator',
] as const
export type Door = (typeof doors)[number]

type PracticeNeeds = IdentityNeeds & {
  readonly store: IdentityNeeds['store'] &
    Journal &
    Notes &
    Particulars & { readonly networks: NetworkJournal }
  readonly hash: Hasher
  readonly record: Recorder
  readonly recordNetwork: NetworkRecorder
}

/** The officer who stands beside the record-keeper in the practice fund; the pages tell the PIN. */
export const practiceSecond = { login: 'practice chair', pin: '482915' } as const

/** Who stands beside the chair there, where the chair is the one who writes. */
export const practiceKeeper = { login: 'practice record-keeper', pin: '730641' } as const

/** Who stands beside somebody of the practice committee who holds these roles. */
export const practiceBeside = (held: readonly Role[]): { login: string; pin: string } =>
  held.includes('chair') ? practiceKeeper : practiceSecond

const by = { actor: 'practice', device: 'practice' }

export const loginOf = (door: Door | 'case-supervisor'): string => `practice ${door}`

const assertDone = (answers: readonly Answer[]): void => {
  const failed = answers.find(({ outcome }) => outcome !== 'recorded' && outcome !== 'flagged')
  if (failed) throw new Error(`the practice people cannot be made: ${JSON.stringify(failed)}`)
}

const newUser = async (
  needs: PracticeNeeds,
  networkId: string,
  who: Door | 'case-supervisor',
): Promise<User> => {
  const user = await addUser(needs, { networkId, login: loginOf(who) })
  if ('code' in user) throw new Error('the practice people are here already')
  return user
}

/** What the network has told outside: one proposes it and the other confirms it, all but the last. */
const tellFigures = async (
  needs: PracticeNeeds,
  {
    networkId,
    today,
    hands: [first, second],
  }: {
    readonly networkId: string
    readonly today: LocalDate
    readonly hands: readonly [{ readonly userId: string }, { readonly userId: string }]
  },
): Promise<void> => {
  for (const { releaseId, text, proposed, confirmed } of practiceReleases(needs, today)) {
    await keepFigures(needs.store, { networkId, releaseId, text })
    for (const [{ userId: actor }, command] of [
      [first, proposed] as const,
      ...(confirmed ? [[second, confirmed] as const] : []),
    ])
      assertDone(await needs.recordNetwork(networkId, [command], { ...by, actor }))
  }
}

/** Founds the practice network around a fund, with staff whose rights last a year. */
const makeStaff = async (
  needs: PracticeNeeds,
  { networkId, fundId, today }: { networkId: string; fundId: string; today: LocalDate },
): Promise<void> => {
  const envelope = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: today })
  const until = monthlyDay(today, 12, Number(today.slice(8)))
  const appointed = async (door: (Door | 'case-supervisor') & StaffRole) => {
    const user = await newUser(needs, networkId, door)
    const { userId } = user
    if (user.login === practiceStaff.login) await setSecret(needs, user, practiceStaff.pin)
    return { ...envelope(), type: 'AppointStaff' as const, userId, role: door, until }
  }
  const auditor = await appointed('auditor')
  const team = await appointed('migration-worker')
  const supervisor = await appointed('case-supervisor')
  const administrator = await appointed('administrator')
  assertDone(
    await needs.recordNetwork(
      networkId,
      [
        { ...envelope(), type: 'FoundNetwork' },
        { ...envelope(), type: 'JoinFund', fundId },
        auditor,
        team,
        administrator,
        supervisor,
        { ...envelope(), type: 'AssignStaff', userId: auditor.userId, fundId, until },
        ...practicePot(needs.ids, { today, askedBy: team.userId }),
      ],
      by,
    ),
  )
  // By two hands, as in a network that is none of practice.
  const register = practiceRegister(needs.ids, today)
  const training = practiceTraining(needs.ids, today, { worker: team.userId, fundId, until })
  const parts = [
    practiceDirectory(needs.ids, today),
    register,
    practiceWarnings(needs.ids, today),
    practicePrices(needs.ids, today),
    training,
  ]
  for (const [{ userId: actor }, commands] of [
    [team, parts.flatMap(({ entered }) => entered)],
    [supervisor, parts.flatMap(({ checked }) => checked)],
  ] as const)
    assertDone(await needs.recordNetwork(networkId, commands, { ...by, actor }))
  assertDone(await needs.recordNetwork(networkId, training.trained, by))
  const agencies = register.entered.flatMap((one) =>
    one.type === 'RegisterParty' ? [one.partyId] : [],
  )
  const hands = { worker: team.userId, supervisor: supervisor.userId }
  for (const batch of practiceWatch(needs.ids, { today, agencies }))
    assertDone(
      await needs.recordNetwork(networkId, batch.commands, { ...by, actor: hands[batch.by] }),
    )
  await tellFigures(needs, { networkId, today, hands: [supervisor, administrator] })
  const admit = { ...envelope(), type: 'AdmitAuditors' as const, networkId, until }
  assertDone(await needs.record(fundId, [admit], by))
}

/** Two of the committee hold an office, and a member who pays in time has a printed card. */
const makeMembers = async (
  needs: PracticeNeeds,
  { networkId, fundId, today }: { networkId: string; fundId: string; today: LocalDate },
): Promise<void> => {
  const book = (await bookOf(needs.store, fundId))!
  await namePracticePeople(needs, { fundId, members: book.members, today })
  const committee = book.members.filter(({ offices }) => offices.length > 0)
  for (const [i, office] of (['record-keeper', 'chair'] as const).entries()) {
    const { memberId } = committee[i]!
    const user = await newUser(needs, networkId, office)
    const { userId } = user
    for (const { login, pin } of [practiceSecond, practiceKeeper])
      if (user.login === login) await setSecret(needs, user, pin)
    await needs.store.keepMembership({ networkId, userId, fundId, memberId })
    const appoint = {
      id: needs.ids(),
      v: 1 as const,
      type: 'AppointOfficer' as const,
      effectiveOn: book.fund.openedOn,
      memberId,
      office,
    }
    assertDone(await needs.record(fundId, [appoint], by))
  }
  const paying = standingsOn(book, today)
    .filter(({ owed, daysPastDue, nextDue, loan }) => {
      const isOfCommittee = committee.some(({ memberId }) => memberId === loan.memberId)
      return owed > 0 && daysPastDue === 0 && nextDue !== undefined && !isOfCommittee
    })
    .toSorted((a, b) => b.owed - a.owed || (paidOutOn(a.loan) < paidOutOn(b.loan) ? -1 : 1))
  const { memberId } = paying[0]?.loan ?? book.members[0]!
  await issueCard(needs, { fundId, memberId })
}

/** The PINs that the pages tell, for whom a practice fund of an older version has none. */
const givePins = async (needs: PracticeNeeds, networkId: string): Promise<void> => {
  for (const { login, pin } of [practiceSecond, practiceKeeper, practiceStaff]) {
    const user = await needs.store.userByLogin(networkId, loginKeyOf(login))
    if (user && user.secret === undefined) await setSecret(needs, user, pin)
  }
}

/** Gives a practice fund a network, its staff, officers and a household, unless they are here. */
export const makePracticePeople = async (
  needs: PracticeNeeds,
  { fundId, today }: { readonly fundId: string; readonly today: LocalDate },
): Promise<string> => {
  const [here] = await needs.store.networks.fundIds()
  if (here !== undefined) {
    await givePins(needs, here)
    return here
  }
  const networkId = needs.ids()
  // The network comes last to be found, so that an interrupted start is begun again.
  await makeMembers(needs, { networkId, fundId, today })
  await makeStaff(needs, { networkId, fundId, today })
  return networkId
}

/** The fund that the practice people came with; one that is founded beside it has no doors. */
const practiceFundOf = async (
  { store }: PracticeNeeds,
  networkId: string,
): Promise<string | undefined> => {
  const keeper = await store.userByLogin(networkId, loginKeyOf(loginOf('record-keeper')))
  return keeper && (await store.memberships(networkId, keeper.userId))[0]?.fundId
}

/** Opens a practice door on an enrolled device: the session of that person, with no secret asked, and the fund it leads to. */
export const openDoor = async (
  needs: PracticeNeeds,
  { device: { networkId, deviceId }, door }: { readonly device: Device; readonly door: Door },
): Promise<(OpenedSession & { readonly fundId: string }) | undefined> => {
  const fundId = await practiceFundOf(needs, networkId)
  if (fundId === undefined) return undefined
  if (door === 'household') {
    const card = (await needs.store.cards(fundId)).find(({ revokedAt }) => revokedAt === undefined)
    if (!card) return undefined
    const whose = { card: { fundId, memberId: card.memberId } }
    return { ...(await openSession(needs, { networkId, deviceId: card.cardId, whose })), fundId }
  }
  const user = await needs.store.userByLogin(networkId, loginKeyOf(loginOf(door)))
  if (!user) return undefined
  const whose = { userId: user.userId }
  return { ...(await openSession(needs, { networkId, deviceId, whose })), fundId }
}
