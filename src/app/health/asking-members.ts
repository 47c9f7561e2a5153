import type { Person } from '#domain/access/person.ts'
import type { Role } from '#domain/access/roles.ts'
import { scopeFor } from '#domain/access/table.ts'
import type { Command } from '#domain/village.ts'

/** Whether somebody asks members whether the book is right: whoever keeps it does not, whatever else they hold. */
export const mayAskMembers = (held: readonly Role[]): boolean =>
  scopeFor('RecordConfirmationAnswer', held) === 'all' && !held.includes('record-keeper')

type Sent = {
  readonly fundId: string
  readonly held: readonly Role[]
  /** Written with other commands or not at all: what the others come to could hang on who is drawn. */
  readonly isBound?: boolean
}

/**
 * Why a round, or an answer of a member, is not taken from this caller. A round is never bound to other commands:
 * they could be sent again and again until somebody is drawn whom they need. Whoever asked writes the answer down,
 * and only somebody who is no member of the fund, an auditor, names nobody.
 */
export const askerRefusal =
  ({ memberOf }: Pick<Person, 'memberOf'>, { fundId, held, isBound = false }: Sent) =>
  (command: Command): string | undefined => {
    const { type } = command
    if (type !== 'BeginConfirmation' && type !== 'RecordConfirmationAnswer') return undefined
    if (!mayAskMembers(held)) return 'not-yours-to-do'
    if (type === 'BeginConfirmation') return isBound ? 'round-alone' : undefined
    const own = memberOf.find((one) => one.fundId === fundId)?.memberId
    return command.askedBy === own ? undefined : 'asker-not-oneself'
  }
