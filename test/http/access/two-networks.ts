import { casesInMemory } from '#test/support/cases-in-memory.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { randomIds, randomOnNode, sha256, sha256Digest } from '#infra/system/system.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { issueCard } from '#src/app/identity/cards.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { enrolDevice } from '#src/app/identity/one-time-keys.ts'
import { recorder } from '#src/app/record.ts'
import { type Whose, openSession } from '#src/app/identity/sessions.ts'
import { addUser, setSecret } from '#src/app/identity/users.ts'
import { type Service, app } from '#src/http/app.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import {
  type Somebody,
  type StaffWay,
  memberWays,
  staffWays,
  termOf,
} from '#test/http/access/people.ts'
import {
  type MemberName,
  type SmallFund,
  assertAccepted,
  makeFund,
  opened,
} from '#test/http/access/small-fund.ts'
import { fillAudit } from '#test/http/access/audit-fixture.ts'
import { type directoryOf, fillBeside } from '#test/http/access/directory-fixture.ts'
import { keepParticulars } from '#test/http/access/particulars-forms.ts'
import { cheapSecrets } from '#test/support/cheap-secrets.ts'

export const today = '2025-12-31'
const now = '2025-12-31T02:00:00.000Z'

/** What everybody who has a login signs in with. */
export const secretOfAll = 'four rivers and a boat'

type Kept = ReturnType<typeof memoryStore>

export type Network = ReturnType<typeof directoryOf> & {
  readonly networkId: string
  readonly canary: string
  readonly deviceId: string
  readonly deviceToken: string
  /** Of the staff, and not among the people: keys to choose a secret are for this one. */
  readonly newcomerId: string
  /** Of its own pot: a window, a grant of it, and the entry of money that came. */
  readonly potWindow: string
  readonly potCode: string
  readonly potMove: string
}

/** Two networks in one live service: A with the funds F1 and F2, B with F3 and F4, and somebody of every kind in each. */
export type TwoNetworks = {
  readonly service: Service
  readonly needs: AppNeeds
  readonly store: Kept
  readonly a: Network
  readonly b: Network
  readonly f1: SmallFund
  readonly f2: SmallFund
  readonly f3: SmallFund
  /** A second fund of B, of which nobody here is a member. */
  readonly f4: SmallFund
  readonly people: readonly Somebody[]
}

const needsOf = (store: Kept, more: Partial<AppNeeds>): AppNeeds => {
  const world = { journal: store, networks: store.networks, clock: () => now, hash: sha256 }
  return {
    store,
    record: recorder(world),
    recordNetwork: networkRecorder(world),
    secrets: cheapSecrets(),
    random: randomOnNode,
    signer: signerOnNode({ secret: 'a signing secret for tests' }),
    cases: casesInMemory(),
    sealing: sealingBy({ secret: 'a support secret for tests' }),
    messages: { sealing: sealingBy({ secret: 'for messages' }), carrier: async () => 'taken' },
    hash: sha256,
    digest: sha256Digest,
    clock: world.clock,
    ids: randomIds,
    today: () => today,
    isReady: async () => true,
    isPractice: false,
    version: '0.2.0',
    assets: new Map([['/fonts/a.woff2', { bytes: new Uint8Array([1]), type: 'font/woff2' }]]),
    log: () => undefined,
    ...more,
  }
}

const somebody = (
  needs: AppNeeds,
  who: Omit<Somebody, 'token' | 'freshSession' | 'secret'> & Partial<Somebody>,
  { deviceId, whose }: { readonly deviceId: string; readonly whose: Whose },
): Somebody => {
  const { networkId } = who
  const freshSession = async () => {
    const { token, session } = await openSession(needs, { networkId, deviceId, whose })
    return { token, sessionId: session.sessionId }
  }
  let used = 0
  let current: Promise<{ readonly token: string }> | undefined
  return {
    secret: secretOfAll,
    ...who,
    freshSession,
    token: async () => {
      if (used++ % 400 === 0) current = freshSession()
      return (await current!).token
    },
  }
}

const newUser = async (needs: AppNeeds, networkId: string, login: string) => {
  const user = await addUser(needs, { networkId, login })
  if ('code' in user) throw new Error(`the fixture cannot be made: ${user.code}`)
  await setSecret(needs, user, secretOfAll)
  return user
}

/** A member of a fund who may sign in by a name. */
const linked = async (
  needs: AppNeeds,
  { networkId, fundId, logins, memberIds }: SmallFund,
  name: MemberName,
): Promise<string> => {
  const { userId } = await newUser(needs, networkId, `${logins} ${name}`)
  await needs.store.keepMembership({ networkId, userId, fundId, memberId: memberIds[name] })
  return userId
}

const membersOf = async (
  needs: AppNeeds,
  { networkId, deviceId }: Network,
  home: SmallFund,
): Promise<Somebody[]> => {
  const { fundId } = home
  const made: Somebody[] = []
  for (const way of memberWays) {
    const memberId = home.memberIds[way]
    if (way === 'household-card') {
      const { card, pin: secret } = await issueCard(needs, { fundId, memberId })
      const whose = { card: { fundId, memberId } }
      made.push(somebody(needs, { way, networkId, home, secret }, { deviceId: card.cardId, whose }))
    } else {
      const userId = await linked(needs, home, way)
      made.push(somebody(needs, { way, networkId, home }, { deviceId, whose: { userId } }))
    }
  }
  return made
}

type Envelope = { readonly id: string; readonly v: 1; readonly effectiveOn: string }

const assignmentsOf = (
  way: StaffWay,
  { userId, granted, ended }: { userId: string; granted: SmallFund; ended: SmallFund },
  envelope: () => Envelope,
): NetworkCommand[] => {
  const until = '2026-06-30'
  const assign = ({ fundId }: SmallFund): NetworkCommand => ({
    ...envelope(),
    type: 'AssignStaff',
    userId,
    fundId,
    until,
  })
  switch (way) {
    case 'auditor':
      return [assign(granted)]
    case 'auditor-fund-ended-it':
      return [assign(ended)]
    case 'auditor-assignment-ended': {
      const { fundId } = granted
      const ending = { ...envelope(), effectiveOn: '2025-11-30' }
      return [assign(granted), { ...ending, type: 'EndAssignment', userId, fundId }]
    }
    default:
      return []
  }
}

/** Staff of a network. The auditors' rights differ; nobody else has anything to do with a fund. */
const staffOf = async (
  needs: AppNeeds,
  { networkId, canary, deviceId, newcomerId }: Network,
  { granted, ended }: { readonly granted: SmallFund; readonly ended: SmallFund },
): Promise<Somebody[]> => {
  const envelope = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: '2025-09-01' })
  const made: Somebody[] = []
  const commands: NetworkCommand[] = []
  for (const way of staffWays) {
    const { userId } = await newUser(needs, networkId, `${canary} ${way}`)
    commands.push({ ...envelope(), type: 'AppointStaff', userId, ...termOf(way, newcomerId) })
    commands.push(...assignmentsOf(way, { userId, granted, ended }, envelope))
    const home = way === 'auditor-fund-ended-it' ? ended : granted
    made.push(somebody(needs, { way, networkId, home }, { deviceId, whose: { userId } }))
  }
  assertAccepted(await needs.recordNetwork(networkId, commands, { actor: canary, device: canary }))
  return made
}

const foundNetwork = async (needs: AppNeeds, canary: string): Promise<Network> => {
  const networkId = needs.ids()
  const by = { actor: canary, device: canary }
  const { token, device } = await enrolDevice(needs, {
    networkId,
    label: `${canary} phone`,
    by: canary,
  })
  const newcomer = await newUser(needs, networkId, `${canary} newcomer`)
  const { userId: newcomerId } = newcomer
  const envelope = { v: 1 as const, effectiveOn: opened }
  assertAccepted(
    await needs.recordNetwork(
      networkId,
      [
        { ...envelope, id: needs.ids(), type: 'FoundNetwork' },
        {
          ...envelope,
          id: needs.ids(),
          type: 'AppointStaff',
          userId: newcomerId,
          role: 'case-supervisor',
          until: '2026-01-10',
        },
      ],
      by,
    ),
  )
  const beside = await fillBeside(needs, { networkId, canary })
  return { networkId, canary, deviceId: device.deviceId, deviceToken: token, newcomerId, ...beside }
}

/** Founds a fund of a network, which lets the network's auditors in, and writes words beside its journal. */
const fundIn = async (
  needs: AppNeeds,
  { networkId, canary: networkCanary }: Network,
  canary: string,
): Promise<SmallFund> => {
  const { record, ids, store } = needs
  const villageCode = canary.slice(-1).repeat(8)
  const logins = `${networkCanary} ${canary.slice(-1)}`
  const fund = await makeFund({ record, ids, networkId, canary, logins, villageCode })
  const { fundId } = fund
  const by = { actor: canary, device: canary }
  const envelope = { v: 1 as const, effectiveOn: opened }
  const join = { ...envelope, id: ids(), type: 'JoinFund' as const, fundId }
  assertAccepted(
    await needs.recordNetwork(networkId, [join], { actor: networkCanary, device: networkCanary }),
  )
  await fillAudit(needs, { networkId, fundId, canary })
  const admit = { ...envelope, effectiveOn: '2025-08-01', until: '2026-06-30', networkId }
  assertAccepted(await record(fundId, [{ ...admit, id: ids(), type: 'AdmitAuditors' }], by))
  await store.keep(fundId, [
    { subject: 'fund:', text: `${canary} village` },
    ...Object.values(fund.loanIds).map((loanId) => ({
      subject: `loan:${loanId}`,
      text: `${canary} a roof`,
    })),
  ])
  await keepParticulars(store as Kept, fund)
  // Who vouches for cards; not among the people.
  await linked(needs, fund, 'second-officer')
  return fund
}

const dismissAuditors = async (needs: AppNeeds, { fundId, networkId, canary }: SmallFund) => {
  const votes = { present: 9, yes: 8, no: 1 }
  const on = { id: needs.ids(), v: 1 as const, effectiveOn: '2025-10-20' }
  const dismissal = { ...on, type: 'DismissAuditors' as const, networkId, votes }
  assertAccepted(await needs.record(fundId, [dismissal], { actor: canary, device: canary }))
}

const unlimited = (needs: AppNeeds) => app(needs, { requestsPerMinute: 1e6 })
export const twoNetworks = async (more: Partial<AppNeeds> = {}): Promise<TwoNetworks> => {
  const store = memoryStore()
  const needs = needsOf(store, more)
  const a = await foundNetwork(needs, 'canarya')
  const b = await foundNetwork(needs, 'canaryb')
  const f1 = await fundIn(needs, a, 'canaryf1')
  const f2 = await fundIn(needs, a, 'canaryf2')
  const f3 = await fundIn(needs, b, 'canaryf3')
  const f4 = await fundIn(needs, b, 'canaryf4')
  for (const fund of [f2, f4]) await dismissAuditors(needs, fund)
  const people = [
    ...(await membersOf(needs, a, f1)),
    ...(await membersOf(needs, a, f2)),
    ...(await membersOf(needs, b, f3)),
    ...(await staffOf(needs, a, { granted: f1, ended: f2 })),
    ...(await staffOf(needs, b, { granted: f3, ended: f4 })),
  ]
  return { service: unlimited(needs), needs, store, a, b, f1, f2, f3, f4, people }
}
