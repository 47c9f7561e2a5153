import type { LocalDate } from '#domain/kernel/dates.ts'
import { rolesOfMember } from '#domain/access/roles.ts'
import { type Member, isOfficerOn } from '#domain/fund/people/members.ts'
import type { Journal, SessionRow } from '#domain/ports.ts'
import type { IdentityNeeds } from '#src/app/identity/identity.ts'
import { needsHelp } from '#src/app/identity/fund-logins.ts'
import { type Standing, couldBeOne } from '#src/app/identity/hands.ts'
import { givenPersonOf } from '#src/app/identity/given.ts'
import type { NetworkRecorder } from '#src/app/network/network-record.ts'
import type { Recorder } from '#src/app/record.ts'
import { isInJournal } from '#src/app/in-journal.ts'
import { memberOf, personOf } from '#src/app/identity/persons.ts'
import type { NotLetIn } from '#src/app/identity/doors.ts'
import { checkSecret } from '#src/app/identity/sign-in.ts'

export type NotVouched =
  | NotLetIn
  | { readonly code: 'approver-not-another' }
  | { readonly code: 'approver-not-an-officer' }
  | { readonly code: 'approver-reset-lately' }

/** Whether it is the person who cannot vouch here, and not the secret that was wrong. */
export const isOfApprover = (refused: NotVouched): refused is Exclude<NotVouched, NotLetIn> =>
  refused.code.startsWith('approver-')

type Vouching = IdentityNeeds & {
  readonly store: Journal & { readonly networks: Journal }
  /** With these what stands in a view alone gives no word. */
  readonly record?: Recorder
  readonly recordNetwork?: NetworkRecorder
}

const isAdministrator = async (
  { store, recordNetwork }: Vouching,
  caller: SessionRow,
  userId: string,
  day: LocalDate,
): Promise<boolean> => {
  const whose = { ...caller, userId, card: undefined }
  const person = await (recordNetwork
    ? givenPersonOf({ store, recordNetwork }, whose, day)
    : personOf(store, whose, day))
  return person.staffRoles.includes('administrator')
}

type Given = {
  readonly fundId: string
  readonly caller: SessionRow
  readonly userId: string
  readonly day: LocalDate
  readonly member: Member
}

/** Whether the journal gives an approver's offices: one that stands in a view alone stands behind nothing. */
const isGiven = async (
  { store, record }: Vouching,
  { fundId, caller, userId, day, member }: Given,
): Promise<boolean> => {
  if (!record) return true
  const person = await personOf(store, { ...caller, userId, card: undefined }, day)
  const standing = { person, userId, held: rolesOfMember(member, day), day }
  return isInJournal({ journal: store, record }, fundId, standing)
}

/** Whether a member holds an office by the views and by the journal: a row that was planted makes no officer. */
const isOfficerBoth = async (
  needs: Vouching,
  {
    member,
    ...who
  }: Omit<Parameters<typeof isGiven>[1], 'member'> & {
    readonly member: Member | undefined
  },
): Promise<boolean> =>
  member !== undefined && isOfficerOn(member, who.day) && isGiven(needs, { ...who, member })

/**
 * A second officer vouches for an act on the caller's device with a secret of their own. Two logins of
 * one member are one person. Nothing is told of who the approver is before the secret was right.
 */
export const vouch = async (
  needs: Vouching,
  {
    fundId,
    caller,
    approver: { login, secret },
    day,
    about,
    isPower,
  }: Standing & {
    readonly fundId: string
    readonly caller: SessionRow
    readonly approver: { readonly login: string; readonly secret: string }
    readonly day: LocalDate
    /**
     * Given where it is about logins: whose it is. Then an administrator of the network may vouch for a
     * fund that has no second officer, so that a village with one login left is not locked out. About cards and kin
     * (`isOfDays`) only while the officers that there are must not lend each other a word.
     */
    readonly about?: { readonly userId: string | undefined; readonly isOfDays?: boolean }
  },
): Promise<{ readonly userId: string; readonly memberId: string | undefined } | NotVouched> => {
  const { networkId, deviceId, userId: asker = deviceId } = caller
  const checked = await checkSecret(needs, { networkId, deviceId, login, secret, asker })
  if ('code' in checked) return checked
  const memberIdOf = async ({ userId, card }: Pick<SessionRow, 'userId' | 'card'>) => {
    const person = await personOf(needs.store, { ...caller, userId, card }, day)
    return person.memberOf.find((own) => own.fundId === fundId)?.memberId
  }
  const approverIs = await memberIdOf({ userId: checked.userId, card: undefined })
  const callerIs = await memberIdOf(caller)
  if (approverIs !== undefined && approverIs === callerIs) return { code: 'approver-not-another' }
  const member =
    approverIs === undefined ? undefined : await memberOf(needs.store, fundId, approverIs)
  const { userId } = checked
  const isOfficer = await isOfficerBoth(needs, { fundId, caller, userId, day, member })
  const mayHelp =
    about !== undefined &&
    approverIs === undefined &&
    (await isAdministrator(needs, caller, userId, day)) &&
    (await needsHelp(needs.store, {
      networkId,
      fundId,
      day,
      caller: caller.userId,
      about: about.userId,
      isOfDays: about.isOfDays,
      isPower,
    }))
  if (!isOfficer && !mayHelp) return { code: 'approver-not-an-officer' }
  const own = caller.userId
  if (
    own !== undefined &&
    (await couldBeOne(needs.store, { networkId, userIds: [own, userId], day, isPower }))
  )
    return { code: 'approver-reset-lately' }
  // Whose secret is taken away could not draw the other half of the new one.
  if (about?.userId === userId) return { code: 'approver-not-another' }
  return { userId, memberId: approverIs }
}
