import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Hasher, Journal, NetworkJournal, Notes, People } from '#domain/ports.ts'
import type { Answer } from '#src/app/answer.ts'
import { inventing } from '#src/app/demo/chance.ts'
import { type FundPlan, type MadeFund, inventedFund } from '#src/app/demo/fund.ts'
import type { FraudKind } from '#src/app/demo/frauds.ts'
import { type LifeKind, inventedName } from '#src/app/demo/lives.ts'
import { loginKeyOf } from '#src/app/identity/identity.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { loginOf } from '#src/app/practice/practice-people.ts'

export type NetworkPlan = Omit<FundPlan, 'n' | 'networkId'> & {
  readonly funds: number
  readonly seed: string
}

export type MadeNetwork = {
  readonly networkId: string
  readonly funds: number
  readonly members: number
  readonly entries: number
  readonly kinds: Readonly<Partial<Record<LifeKind, number>>>
  /** What each fund is. It goes into a file of its own, which the program never reads. */
  readonly key: readonly KeyLine[]
}

type KeyLine = {
  readonly fundId: string
  readonly name: string
  readonly kind: LifeKind
  readonly fraud: FraudKind | null
}

type Into = Journal & Notes & People & { readonly networks: NetworkJournal }

const staff = ['administrator', 'auditor', 'migration-worker', 'case-supervisor'] as const
const by = { actor: 'demo', device: 'demo' }

const assertDone = (answers: readonly Answer[]): void => {
  const failed = answers.find(({ outcome }) => outcome !== 'recorded' && outcome !== 'flagged')
  if (failed) throw new Error(`the invented network cannot be made: ${JSON.stringify(failed)}`)
}

type Inventions = ReturnType<typeof inventing>

/** What is written in the network's own journal, each line with an id of its own. */
const networkWriting = (
  {
    store,
    hash,
    until,
  }: { readonly store: Into; readonly hash: Hasher; readonly until: LocalDate },
  { id }: Inventions,
) => {
  const clock = (): string => `${until}T10:00:00.000Z`
  const record = networkRecorder({ networks: store.networks, clock, hash })
  const networkId = id('network')
  let told = 0
  return {
    networkId,
    command: (said: object, effectiveOn: LocalDate = until): object => {
      told += 1
      return { id: id('network entry', String(told)), v: 1, effectiveOn, ...said }
    },
    decide: async (commands: readonly object[]): Promise<void> =>
      assertDone(await record(networkId, commands as readonly NetworkCommand[], by)),
    /** Somebody to sign in as; in practice by the doors of the first page. */
    user: async (who: (typeof staff)[number] | 'record-keeper' | 'chair'): Promise<string> => {
      const login = loginOf(who)
      const userId = id('user', who)
      const none = { secret: undefined, disabledAt: undefined, createdAt: clock() }
      await store.keepUser({ networkId, userId, login, loginKey: loginKeyOf(login), ...none })
      return userId
    },
  }
}

/** The network itself with its staff, whose tasks last a year. */
const found = async (
  { command, decide, user }: ReturnType<typeof networkWriting>,
  { foundedOn, last }: { readonly foundedOn: LocalDate; readonly last: LocalDate },
): Promise<void> => {
  const begun = [command({ type: 'FoundNetwork' }, foundedOn)]
  for (const role of staff)
    begun.push(command({ type: 'AppointStaff', userId: await user(role), role, until: last }))
  await decide(begun)
}

/** So many lines of the network's journal go into one commit. */
const linesAtOnce = 100

/**
 * A whole network of invented funds, each in one commit, and its staff; the auditor is put to work on all of them. Nobody in it
 * lives anywhere. The same seed and the same last day give the same hashes, in whichever store.
 */
export const inventNetwork = async (
  store: Into,
  hash: Hasher,
  { funds, seed, until, ...life }: NetworkPlan,
  progress: (funds: number) => void = () => undefined,
): Promise<MadeNetwork> => {
  const inventions = inventing(hash, seed)
  const network = networkWriting({ store, hash, until }, inventions)
  const { networkId, command, decide, user } = network
  const last = daysAfter(until, 366)
  await found(network, { foundedOn: daysAfter(until, -366 * life.years), last })

  const made = { members: 0, entries: 0 }
  const kinds: Partial<Record<LifeKind, number>> = {}
  const key: KeyLine[] = []
  const take = async ({ writeTo, fundId, ...fund }: MadeFund, n: number): Promise<void> => {
    await writeTo(store)
    const text = inventedName(inventions.chance('name', String(n)), n)
    await store.keep(fundId, [{ subject: 'fund', text }])
    key.push({ fundId, name: text, kind: fund.kind, fraud: fund.fraud ?? null })
    made.members += fund.members
    made.entries += fund.entries
    kinds[fund.kind] = (kinds[fund.kind] ?? 0) + 1
    if (n > 1) return
    // The doors of practice lead into the first fund.
    for (const [i, office] of (['record-keeper', 'chair'] as const).entries()) {
      const userId = await user(office)
      await store.keepMembership({ networkId, userId, fundId, memberId: fund.officers[i]! })
    }
  }
  const userId = inventions.id('user', 'auditor')
  let waiting: object[] = []
  for (let n = 1; n <= funds; n += 1) {
    const fund = await inventedFund(inventions, hash, { n, networkId, until, ...life })
    await take(fund, n)
    const { fundId } = fund
    waiting.push(command({ type: 'JoinFund', fundId }))
    waiting.push(command({ type: 'AssignStaff', userId, fundId, until: last }))
    if (waiting.length < linesAtOnce && n < funds) continue
    await decide(waiting)
    waiting = []
    progress(n)
  }
  return { networkId, funds, ...made, kinds, key }
}
