import { issueCard } from '#src/app/identity/cards.ts'
import { resetUser } from '#src/app/identity/first-secret.ts'
import { enrolDevice, makeKey } from '#src/app/identity/one-time-keys.ts'
import { openSession } from '#src/app/identity/sessions.ts'
import { addUser } from '#src/app/identity/users.ts'
import type { Somebody } from '#test/http/access/people.ts'
import { auditIn } from '#test/http/access/audit-fixture.ts'
import { directoryOf } from '#test/http/access/directory-fixture.ts'
import { potOf } from '#test/http/access/pot-fixture.ts'
import type { MemberName, SmallFund } from '#test/http/access/small-fund.ts'
import type { Network, TwoNetworks } from '#test/http/access/two-networks.ts'

/** Where a request points: at what the caller holds a role in, at another's, or at nothing. */
export const relations = ['own', 'other-fund', 'other-network', 'none', 'no-id'] as const
export type Relation = (typeof relations)[number]

/** Everything that the paths and bodies of the routes can name. */
export type Target = {
  readonly fundId: string
  readonly networkId: string
  readonly memberId: string
  readonly loanId: string
  readonly entryId: string
  readonly disputeId: string
  /** The flood of the fund. */
  readonly eventId: string
  /** Of a grant, and the window that it is of. */
  readonly code: string
  readonly windowId: string
  /** The same of the network's own pot, and the entry of money that came into it. */
  readonly potCode: string
  readonly potWindow: string
  readonly potMove: string
  /** A number and a service of the network. */
  readonly numberId: string
  readonly serviceId: string
  /** An audit of the fund, and a finding of it. */
  readonly auditId: string
  readonly findingId: string
  readonly linkId: string
  /** An agency of the register, something said of it, and a road abroad. */
  readonly partyId: string
  readonly factId: string
  readonly routeId: string
  /** A talk, a course, a count of who heard one, and a training. */
  readonly talkId: string
  readonly courseId: string
  readonly countId: string
  readonly trainingId: string
  readonly trainedId: string
  readonly warningId: string
  readonly priceId: string
  /** A checked report of it, a ruling that waits, a letter without an answer, and the digest of something that was kept. */
  readonly reportId: string
  readonly decisionId: string
  readonly letterId: string
  /** Figures that wait for another one, and of which time they are. */
  readonly releaseId: string
  readonly period: string
  readonly digest: string
  readonly cardId: string
  readonly userId: string
  /** One whose login is the fund's matter. */
  readonly memberUserId: string
  readonly deviceId: string
  readonly sessionId: string
  /** A member who gets a new card, and an officer who vouches for it. */
  readonly cardless: string
  readonly voucher: string
  /** A member who signs in by nothing yet. */
  readonly loginless: string
}

/** Things of a fund and its network that may be stopped, ended and shut out without harm to the people. */
export type Spare = Pick<
  Target,
  'cardId' | 'userId' | 'memberUserId' | 'deviceId' | 'sessionId' | 'loginless'
>

let spares = 0

/** Somebody who is written in, and whom nothing else is about. */
const newMember = async ({ needs }: TwoNetworks, { fundId }: SmallFund): Promise<string> => {
  const [id, memberId] = [needs.ids(), needs.ids()]
  // The staff of its network see cards: they bear no word of the fund.
  const named = { memberId, card: `spare ${memberId.slice(-12)}`, sex: 'f', zone: 'Z1' }
  const command = { id, v: 1, type: 'AdmitMember', effectiveOn: needs.today(), ...named }
  const by = { actor: 'test', device: 'test' }
  const [answer] = await needs.record(fundId, [{ ...command, isFormer: false } as never], by)
  if (!answer || !('seq' in answer)) throw new Error('the fixture cannot be made')
  return memberId
}

export const newSpare = async (village: TwoNetworks, home: SmallFund): Promise<Spare> => {
  const { needs } = village
  const { fundId, networkId, logins } = home
  spares += 1
  const user = await addUser(needs, { networkId, login: `${logins} spare ${spares}` })
  if ('code' in user) throw new Error(user.code)
  const { userId } = user
  const memberId = await newMember(village, home)
  const member = await addUser(needs, { networkId, login: `${logins} spare member ${spares}` })
  if ('code' in member) throw new Error(member.code)
  const memberUserId = member.userId
  await needs.store.keepMembership({ networkId, userId: memberUserId, fundId, memberId })
  const { device } = await enrolDevice(needs, { networkId, label: `${logins} spare`, by: 'test' })
  const { deviceId } = device
  // A phone of the fund: nobody but its people ever signed in on it.
  const whose = { userId: memberUserId }
  const { session } = await openSession(needs, { networkId, deviceId, whose })
  const { card } = await issueCard(needs, { fundId, memberId })
  const loginless = await newMember(village, home)
  const { sessionId } = session
  return { cardId: card.cardId, userId, memberUserId, deviceId, sessionId, loginless }
}

export const targetIn = (
  { fundId, networkId, logins, memberIds, loanIds, entryIds, disputeId, ...fund }: SmallFund,
  name: MemberName,
  spare: Spare,
): Target => ({
  fundId,
  networkId,
  memberId: memberIds[name],
  loanId: loanIds[name],
  entryId: entryIds[name],
  disputeId,
  eventId: `${fund.canary}-flood`,
  code: fund.supportCode,
  windowId: fund.canary,
  ...potOf(logins.split(' ')[0]!),
  ...directoryOf(logins.split(' ')[0]!),
  ...auditIn(fund.canary),
  cardless: memberIds['second-officer'],
  voucher: `${logins} second-officer`,
  ...spare,
})

/** A target of which nothing exists; every id is made by `of`. */
export const nothing = (of: () => string): Target => ({
  fundId: of(),
  networkId: of(),
  memberId: of(),
  loanId: of(),
  entryId: of(),
  disputeId: of(),
  eventId: of(),
  code: 'S-NNNN2222',
  windowId: 'no-such-window',
  potCode: 'S-NNNN3333',
  potWindow: 'no-such-window',
  potMove: of(),
  numberId: of(),
  serviceId: of(),
  auditId: of(),
  findingId: of(),
  linkId: of(),
  partyId: of(),
  factId: of(),
  routeId: of(),
  talkId: of(),
  courseId: of(),
  countId: of(),
  trainingId: of(),
  trainedId: of(),
  warningId: of(),
  priceId: of(),
  reportId: of(),
  decisionId: of(),
  letterId: of(),
  releaseId: of(),
  period: '1901-H1',
  digest: 'd'.repeat(64),
  cardId: of(),
  userId: of(),
  memberUserId: of(),
  deviceId: of(),
  sessionId: of(),
  cardless: of(),
  loginless: of(),
  voucher: 'nobody at all',
})

/** Whose rows somebody asks for: a household for its own, everybody else for a neighbour's. */
export const rowsOf = ({ way }: Somebody): MemberName =>
  way === 'household-card' || way === 'household-login' ? way : 'neighbour'

/** The fund that a relation leads somebody to; undefined where it leads nowhere. */
export const fundFor = (
  { f1, f2, f3 }: TwoNetworks,
  { home, networkId }: Somebody,
  relation: Relation,
): SmallFund | undefined => {
  const others = [f1, f2, f3].filter(({ fundId }) => fundId !== home.fundId)
  if (relation === 'own') return home
  if (relation === 'other-fund') return others.find((fund) => fund.networkId === networkId)
  if (relation === 'other-network') return others.find((fund) => fund.networkId !== networkId)
  return undefined
}

export const networkOf = ({ a, b }: TwoNetworks, networkId: string): Network =>
  networkId === a.networkId ? a : b

export type Keys = { readonly secretKey: string; readonly deviceKey: string }

/** One-time keys that have not been used. */
export const newKeys = async (
  { needs }: TwoNetworks,
  { networkId, newcomerId }: Network,
): Promise<Keys> => {
  const user = (await needs.store.user(networkId, newcomerId))!
  return {
    secretKey: await resetUser(needs, { user, by: 'test' }),
    deviceKey: await makeKey(needs, { networkId, purpose: 'enrol-device', madeBy: 'test' }),
  }
}
