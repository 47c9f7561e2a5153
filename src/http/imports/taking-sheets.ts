import type { Action } from '#domain/access/table.ts'
import { scopeFor } from '#domain/access/table.ts'
import { importMembers } from '#src/exchange/members-sheet/import.ts'
import { importLoans } from '#src/exchange/loan-book/import.ts'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import type { HttpContext } from '#src/http/env.ts'
import { recorderFor } from '#src/http/gate.ts'
import { hasTooManyCells } from '#src/exchange/paper-book/files.ts'
import { isWorkbook } from '#src/exchange/workbook/parts.ts'

/** What a sheet of members is recorded with; whoever sends one must be let to record each. */
const recorded: readonly Action[] = ['AdmitMember', 'TakeOverSavings', 'TakeOverLoan']

/** Whether the caller may record all that a sheet of members can hold. */
export const mayTakeMembers = (context: HttpContext): boolean =>
  recorded.every((action) => scopeFor(action, context.get('fund').held) === 'all')

/** Whether the caller may record what a book of loans holds. */
export const mayTakeLoans = (context: HttpContext): boolean =>
  scopeFor('TakeOverLoan', context.get('fund').held) === 'all'

type Faulty = { readonly faults: readonly BookFault[] }

/** Takes a sheet by one of the ways below into the fund of the path, by the caller's hand. */
export const taking =
  <Taken>(
    take: (...asked: Parameters<typeof importMembers>) => Promise<Taken | Faulty | undefined>,
  ) =>
  async (context: HttpContext, bytes: Uint8Array, dryRun: boolean) => {
    const { store, hash, reader } = context.get('needs')
    const { fundId } = context.get('fund')
    if (!isWorkbook(bytes) && hasTooManyCells([bytes])) return 'too-large' as const
    return take(
      { record: recorderFor(context), store, hash, reader },
      { fundId, bytes },
      { ...context.get('caller')!.by, dryRun },
    )
  }

/** Takes members and what they had. */
export const takeMembers = taking(importMembers)

/** Takes the loans of another system's book. */
export const takeLoans = taking(importLoans)
