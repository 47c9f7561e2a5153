import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Person } from '#domain/access/person.ts'
import type { SessionRow } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import type { IdentityNeeds } from '#src/app/identity.ts'
import { vouch } from '#src/app/vouching.ts'

/** A second person's word for a command, given on the same device with a secret of their own. */
export type Approval = { readonly login: string; readonly secret: string }

/** Types of command that two people stand behind. */
export const ofTwoPeople: readonly string[] = [
  'ReverseEntry',
  'DecideLoan',
  'RescheduleLoan',
  'WriteOffLoan',
] satisfies Command['type'][]

/** The member whom a command names as the one who approves it; undefined where one person is enough. */
export const approverOf = (command: Command): string | undefined => {
  switch (command.type) {
    case 'ReverseEntry':
      return command.approvedBy
    case 'DecideLoan':
    case 'RescheduleLoan':
    case 'WriteOffLoan':
      return command.ballot.confirmedBy
    default:
      return undefined
  }
}

type Asked = {
  readonly fundId: string
  readonly caller: { readonly session: SessionRow; readonly person: Person }
  readonly day: LocalDate
  readonly dryRun: boolean
  readonly approvalOf: (commandId: string) => Approval | undefined
  /** Whether a command has been taken already: it is answered again, and nobody is asked again. */
  readonly isTaken: (commandId: string) => Promise<boolean>
}

/**
 * Why a command that needs two people is not taken: whoever writes it down is the one who should approve,
 * nobody has given a secret for it, or it is somebody else's. A dry run asks for no secret.
 */
export const approvalRefusal =
  (needs: IdentityNeeds, { fundId, caller, day, dryRun, approvalOf, isTaken }: Asked) =>
  async (command: Command): Promise<string | undefined> => {
    const named = approverOf(command)
    if (named === undefined) return undefined
    const own = caller.person.memberOf.find((one) => one.fundId === fundId)?.memberId
    if (own === named) return 'approver-not-another'
    if (dryRun || (await isTaken(command.id))) return undefined
    const approver = approvalOf(command.id)
    if (!approver) return 'approval-needed'
    const vouched = await vouch(needs, { fundId, caller: caller.session, approver, day })
    if ('code' in vouched) return vouched.code
    return vouched.memberId === named ? undefined : 'approval-of-another'
  }
