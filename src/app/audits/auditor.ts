import type { Person } from '#domain/access/person.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { AuditCommand, NetworkCommand } from '#domain/network.ts'
import type { FundViews, Journal } from '#domain/ports.ts'
import { headFound } from '#src/app/audits/audits.ts'
import { headOf } from '#src/app/heads.ts'
import { givenRolesIn } from '#src/app/identity/given.ts'
import type { Recorder } from '#src/app/record.ts'

const isOfAudits = (command: NetworkCommand): command is AuditCommand =>
  'auditId' in command && 'fundId' in command

type Needs = { readonly store: FundViews & Journal; readonly record: Recorder }

/** Why what an audit quotes of the book is not taken; undefined where it quotes nothing or what is there. */
const headRefusal = async (
  { store }: Needs,
  command: AuditCommand,
): Promise<string | undefined> => {
  switch (command.type) {
    case 'PlanAudit': {
      const last = await headOf(store, command.fundId)
      const { seq, hash } = command.head
      return last?.seq === seq && last.hash === hash ? undefined : 'head-moved'
    }
    case 'RecordAuditTest':
    case 'GiveAuditOpinion': {
      const found = await headFound(store, command.fundId, command.head)
      return found === 'in-book' ? undefined : 'head-not-in-book'
    }
    default:
      return undefined
  }
}

/**
 * Why an act of an audit is not taken from this caller: nobody audits a fund that she is a member of, or that does not let her
 * in; and what she quotes of its book must stand there. Whoever has a second login as a member cannot be known from inside.
 */
export const auditorRefusal =
  (needs: Needs, { person, day }: { readonly person: Person; readonly day: LocalDate }) =>
  async (command: NetworkCommand): Promise<string | undefined> => {
    if (!isOfAudits(command)) return undefined
    const { fundId } = command
    if (person.memberOf.some((one) => one.fundId === fundId)) return 'auditor-is-member'
    const held = await givenRolesIn(needs, { person, fundId, day })
    return held.includes('auditor') ? headRefusal(needs, command) : 'fund-not-open'
  }
