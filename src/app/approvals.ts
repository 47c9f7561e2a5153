import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Person } from '#domain/access/person.ts'
import { isOfficerOn } from '#domain/fund/people/members.ts'
import { operations } from '#domain/operations/all.ts'
import { approverOf, signerOf } from '#src/app/identity/approver.ts'
import { networkOperations } from '#domain/operations/network.ts'
import type { Journal, NetworkJournal, SessionRow } from '#domain/ports.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Command } from '#domain/village.ts'
import type { IdentityNeeds, NamingNeeds } from '#src/app/identity/identity.ts'
import { notAlone } from '#src/app/left-alone.ts'
import type { NetworkRecorder } from '#src/app/network/network-record.ts'
import { memberOf } from '#src/app/identity/persons.ts'
import { type GivenWords, ownersWord } from '#src/app/members/owners-word.ts'
import { checkSecret } from '#src/app/identity/sign-in.ts'
import { hasAnotherOfStaff, isOfTwoStaff, staffWordFault } from '#src/app/identity/staff-second.ts'
import { vouch } from '#src/app/identity/vouching.ts'

/** A second person's word for a command, given on the same device with a secret of their own. */
export type Approval = { readonly login: string; readonly secret: string }

const secondsOfStaff = new Map(
  networkOperations.list.map(({ command, second }) => [command as string, second]),
)

/** Facts that two stand behind where a second one is named, and one where nobody is. */
const takenAlone = new Set<string>(
  operations.filter((one) => 'isTakenAlone' in one).map(({ command }) => command),
)

/** What the member of whom it is told may stand behind herself. */
const ofOwnWord = new Set<string>(
  operations.filter((one) => 'ownWord' in one).map(({ command }) => command),
)

/** What gives or takes power: for these the two have kept off each other's words for longer. */
export const ofPower: ReadonlySet<string> = new Set(
  [...operations, ...networkOperations.list]
    .filter(({ oneHand }) => oneHand === 'power')
    .map(({ command }) => command),
)

/** Types of command that two people stand behind. */
export const ofTwoPeople: readonly string[] = [...operations, ...networkOperations.list]
  .filter(({ second }) => second !== 'none')
  .map(({ command }) => command)

type FundNeeds = IdentityNeeds &
  NamingNeeds & {
    readonly store: Journal & { readonly networks: Journal }
    readonly isPractice?: boolean
  }

type StaffCaller = { readonly caller: { readonly session: SessionRow } }

type ApprovalCase = {
  readonly fundId: string
  readonly caller: { readonly session: SessionRow; readonly person: Person }
  readonly day: LocalDate
  readonly dryRun: boolean
  readonly approvalOf: (commandId: string) => Approval | undefined
  /** Whose word has been heard already, for all commands together: what gives power asks for it each time. */
  readonly vouchedFor?: string | undefined
  /** Whether a command has been taken already: it is answered again, and nobody is asked again. */
  readonly isTaken: (commandId: string) => Promise<boolean>
  /** Words of members themselves that were given for commands of it. */
  readonly given?: GivenWords
}

/**
 * Why a command in which nobody is named is not taken. A book that is brought in whole names nobody; here the second
 * one is left out only where there is none: an officer who is left alone appoints another.
 */
const unnamedRefusal = async (
  needs: FundNeeds,
  command: Command,
  {
    fundId,
    caller,
    day,
    approvalOf,
  }: Pick<ApprovalCase, 'fundId' | 'caller' | 'day' | 'approvalOf'>,
): Promise<string | undefined> => {
  if (!ofTwoPeople.includes(command.type) || takenAlone.has(command.type)) return undefined
  if (command.type !== 'AppointOfficer') return 'approval-needed'
  const own = caller.person.memberOf.find((one) => one.fundId === fundId)?.memberId
  const { networkId } = caller.session
  const about = command.memberId
  const refused = await notAlone(needs.store, { fundId, networkId, own, about, day })
  const approver = approvalOf(command.id)
  if (refused !== 'written-off-lately' || !approver) return refused
  // Whoever has honestly stayed alone is not stuck for ever: the network's administrator gives the word, who is nobody's officer.
  const asked = { fundId, caller: caller.session, approver, day, about: { userId: undefined } }
  const vouched = await vouch(needs, { ...asked, isPower: true })
  return 'code' in vouched ? vouched.code : undefined
}

/**
 * Whether a member gives her own word, which takes no office: the rules look whether it is about her. Whoever looked into a
 * request may give it by PIN or paper, with no name to sign in by.
 */
const isOwnWord = async (
  { store }: FundNeeds,
  command: Command,
  {
    fundId,
    named,
    day,
    approver,
  }: Pick<ApprovalCase, 'fundId' | 'day'> & {
    readonly named: string
    readonly approver: Approval
  },
): Promise<boolean> => {
  if (signerOf(command) === named) return approver.login === ''
  const member = ofOwnWord.has(command.type) ? await memberOf(store, fundId, named) : undefined
  return member !== undefined && !isOfficerOn(member, day)
}

/** The sum that a member gives the own word for; none where it is about none. */
const sumFor = (command: Command, memberId: string): { readonly sum?: number } => {
  if (command.type === 'RequestWithdrawal') return { sum: command.amount }
  if (command.type !== 'GiveGuarantee') return {}
  const own = command.guarantees.find((one) => one.memberId === memberId)
  return own ? { sum: own.upTo } : {}
}

/** What sending it says of who stands behind it: whoever looked into a request and sends it has signed it by that. */
const sentBy = (
  command: Command,
  { own, named }: { readonly own: string | undefined; readonly named: string },
): 'signed' | 'another' | 'approver-not-another' | 'approval-of-another' => {
  const signer = signerOf(command)
  if (signer !== undefined && signer !== named && signer !== own) return 'approval-of-another'
  if (own !== named) return 'another'
  return signer === own ? 'signed' : 'approver-not-another'
}

/** What is asked of whoever stands behind a command. */
type Asked = Pick<ApprovalCase, 'fundId' | 'caller' | 'day'> & {
  readonly named: string
  readonly approver: Approval
}

/** Why the member of whom a command tells does not stand behind it herself; the word is noted where she does. */
const ownRefusal = async (
  needs: FundNeeds,
  command: Command,
  { fundId, caller, day, named, approver, given }: Asked & Pick<ApprovalCase, 'given'>,
): Promise<string | undefined> => {
  const { isPractice = false } = needs
  const of = { fundId, memberId: named, secret: approver.secret, day }
  const asked = { ...of, ...sumFor(command, named) }
  const word = await ownersWord({ ...needs, isPractice }, caller.session, asked)
  if ('refused' in word) return word.refused
  given?.set(command.id, word)
  return undefined
}

/** Why the officer who is named does not stand behind a command. */
const anothersRefusal = async (
  needs: FundNeeds,
  command: Command,
  { fundId, caller, day, named, approver }: Asked,
): Promise<string | undefined> => {
  const isPower = ofPower.has(command.type)
  const vouched = await vouch(needs, { fundId, caller: caller.session, approver, day, isPower })
  if ('code' in vouched) return vouched.code
  return vouched.memberId === named ? undefined : 'approval-of-another'
}

/**
 * Why a command that needs two people is not taken: whoever writes it down is the one who should approve,
 * nobody has given a secret for it, or it is somebody else's. A dry run asks for no secret.
 */
export const approvalRefusal =
  (
    needs: FundNeeds,
    { fundId, caller, day, dryRun, approvalOf, isTaken, vouchedFor, given }: ApprovalCase,
  ) =>
  async (command: Command): Promise<string | undefined> => {
    const named = approverOf(command)
    if (named === undefined)
      return unnamedRefusal(needs, command, { fundId, caller, day, approvalOf })
    const own = caller.person.memberOf.find((one) => one.fundId === fundId)?.memberId
    const bySending = sentBy(command, { own, named })
    if (bySending !== 'another') return bySending === 'signed' ? undefined : bySending
    if (dryRun || (await isTaken(command.id))) return undefined
    if (vouchedFor === named && !ofPower.has(command.type)) return undefined
    const approver = approvalOf(command.id)
    if (!approver) return 'approval-needed'
    const asked = { fundId, caller, day, named, approver }
    return (await isOwnWord(needs, command, asked))
      ? ownRefusal(needs, command, { ...asked, ...(given && { given }) })
      : anothersRefusal(needs, command, asked)
  }

/** The login of the staff whom a command to a network names as the one who approves it. */
const staffApproverOf = (command: NetworkCommand): string | undefined => {
  const second = secondsOfStaff.get(command.type) ?? 'none'
  return second === 'none' ? undefined : second(command as never)
}

/** The same for a network, whose second person is a login of the staff who decide: on the day of the act, and today. */
export const staffApprovalRefusal =
  (
    needs: IdentityNeeds & {
      readonly store: { readonly networks: NetworkJournal }
      readonly recordNetwork?: NetworkRecorder
    },
    {
      caller,
      day,
      dryRun,
      approvalOf,
      isTaken,
    }: Omit<ApprovalCase, 'fundId' | 'caller'> & StaffCaller,
  ) =>
  async (command: NetworkCommand): Promise<string | undefined> => {
    const named = staffApproverOf(command)
    const { networkId, deviceId } = caller.session
    // Whoever writes is of the staff, and those come by no card.
    const userId = caller.session.userId ?? ''
    if (named === undefined) {
      const isAlone =
        !isOfTwoStaff(command) ||
        !(await hasAnotherOfStaff(needs.store, { networkId, userId, day }))
      return isAlone ? undefined : 'approval-needed'
    }
    if (named === userId) return 'approver-not-another'
    if (command.type === 'DecideFromPot' && command.deciders[0] !== userId)
      return 'decider-not-the-sender'
    if (dryRun || (await isTaken(command.id))) return undefined
    const approver = approvalOf(command.id)
    if (!approver) return 'approval-needed'
    const checked = await checkSecret(needs, { networkId, deviceId, ...approver, asker: userId })
    if ('code' in checked) return checked.code
    if (checked.userId !== named) return 'approval-of-another'
    return staffWordFault(needs, {
      networkId,
      userId: named,
      by: userId,
      day,
      isPower: ofPower.has(command.type),
    })
  }
