import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import type { StaffRole } from '#domain/access/roles.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { SessionRow, User } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import type { IdentityNeeds, NamingNeeds } from '#src/app/identity/identity.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { enrolDevice } from '#src/app/identity/one-time-keys.ts'
import type { Answer } from '#src/app/answer.ts'
import { recorder } from '#src/app/record.ts'
import { openSession } from '#src/app/identity/sessions.ts'
import { addUser, setSecret } from '#src/app/identity/users.ts'
import { cheapSecrets } from '#test/support/cheap-secrets.ts'
import { beginningsOf } from '#test/support/committee.ts'
import { slowWrites } from '#test/support/slow-writes.ts'
import type { StoryCommand } from '#test/support/village.ts'

const uuid = (kind: string, n: number): string =>
  `00000000-0000-7000-${kind}-${n.toString(16).padStart(12, '0')}`

export const networkId = uuid('a000', 1)
export const fundId = uuid('b000', 1)
/** The day on which the clock stands until it is moved on. */
export const day = '2025-03-01'
const by = { actor: 'program', device: 'program' }

type PlainNetwork<C> = C extends NetworkCommand ? Omit<C, 'id' | 'v'> : never
type NetworkStoryCommand = PlainNetwork<NetworkCommand>

const assertTaken = (answers: readonly Answer[]): void => {
  const failed = answers.find(({ outcome }) => outcome !== 'recorded' && outcome !== 'flagged')
  if (failed) throw new Error(JSON.stringify(failed))
}

const movingClock = () => {
  let now = Date.parse(`${day}T02:00:00.000Z`)
  return {
    clock: (): string => new Date(now).toISOString(),
    pass: (ms: number): void => {
      now += ms
    },
  }
}

/** Tokens and draws that are the same in every run, each other than the one before. */
const countingRandom = () => {
  let drawn = 0
  return {
    token: (): string => {
      drawn += 1
      return String(drawn).padStart(43, 't')
    },
    below: (bound: number): number => {
      drawn += 1
      return (drawn * 7919) % bound
    },
  }
}

/** An empty store and who writes into it. */
const desk = () => {
  const kept = memoryStore()
  const store = slowWrites(kept)
  const { clock, pass } = movingClock()
  const secrets = cheapSecrets()
  let made = 0
  const ids = (): string => uuid('8000', (made += 1))
  const world = { journal: store, networks: store.networks, clock, hash: sha256 }
  const signer = { mark: (scope: string, text: string) => sha256(`outside ${scope} ${text}`) }
  const needs = { store, secrets, clock, ids, hash: sha256, random: countingRandom(), signer }
  const [record, recordNetwork] = [recorder(world), networkRecorder(world)]
  return {
    kept,
    store,
    pass,
    secrets,
    ids,
    needs: needs satisfies IdentityNeeds & NamingNeeds,
    record,
    recordNetwork,
  }
}

type Decided = (commands: readonly NetworkStoryCommand[]) => Promise<void>

/** Ways to have somebody in the network, who signs in by the own name with `secret of NAME`. */
const peopleIn = (needs: IdentityNeeds, decided: Decided) => {
  const { store } = needs
  const person = async (login: string): Promise<User> => {
    const user = await addUser(needs, { networkId, login })
    if ('code' in user) throw new Error(user.code)
    await setSecret(needs, user, `secret of ${login}`)
    return (await store.user(networkId, user.userId))!
  }
  return {
    person,
    /** A login of a member of the fund. */
    member: async (memberId: string): Promise<User> => {
      const user = await person(memberId)
      await store.keepMembership({ networkId, userId: user.userId, fundId, memberId })
      return user
    },
    staff: async (login: string, role: StaffRole, until = '2025-12-31'): Promise<User> => {
      const user = await person(login)
      const { userId } = user
      await decided([{ type: 'AppointStaff', effectiveOn: '2025-01-01', userId, role, until }])
      return user
    },
  }
}

/** A network of one fund with the committee of `committee.ts`, in a store whose writes take their time. */
export const smallNetwork = async (told: readonly StoryCommand[] = []) => {
  const its = desk()
  const { needs, ids, record, recordNetwork } = its
  const entered = async (commands: readonly StoryCommand[]): Promise<void> => {
    const whole = commands.map((one) => ({ id: ids(), v: 1, ...one }) as Command)
    assertTaken(await record(fundId, whole, by))
  }
  const decided: Decided = async (commands) => {
    const whole = commands.map((one) => ({ id: ids(), v: 1, ...one }) as NetworkCommand)
    assertTaken(await recordNetwork(networkId, whole, by))
  }
  await entered([...beginningsOf(), ...told])
  const effectiveOn = '2025-01-01'
  await decided([
    { type: 'FoundNetwork', effectiveOn },
    { type: 'JoinFund', effectiveOn, fundId },
  ])
  const { device, token: deviceToken } = await enrolDevice(needs, {
    networkId,
    label: 'the phone of the fund',
    by: 'program',
  })
  const sessionOf = async ({ userId }: User): Promise<SessionRow> =>
    (await openSession(needs, { networkId, deviceId: device.deviceId, whose: { userId } })).session
  return { ...its, ...peopleIn(needs, decided), entered, decided, device, deviceToken, sessionOf }
}

export type SmallNetwork = Awaited<ReturnType<typeof smallNetwork>>

/** The failures that stand against a door; zero where nobody ever tried it. */
export const failuresAt = async (
  { kept }: SmallNetwork,
  scope: string,
  subject: string,
): Promise<number> =>
  kept.changeBudget(scope, subject, (before) => ({
    budget: before ?? { failures: 0, since: '', lockedUntil: undefined },
    answer: before?.failures ?? 0,
  }))

/** So many wrong guesses stand against a door, the first of them an hour before the clock began. */
export const tried = (
  { kept }: SmallNetwork,
  scope: string,
  subject: string,
  failures: number,
): Promise<void> =>
  kept.changeBudget(scope, subject, () => ({
    budget: { failures, since: `${day}T01:00:00.000Z`, lockedUntil: undefined },
    answer: undefined,
  }))
