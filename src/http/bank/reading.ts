import type { HeldElsewhere } from '#domain/fund/bank.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { readBankFile } from '#src/exchange/bank-file/reading.ts'
import { isWorkbook } from '#src/exchange/workbook/parts.ts'
import type { HttpContext } from '#src/http/env.ts'
import { hasTooManyCells } from '#src/exchange/paper-book/files.ts'

/** Reads a list beside the fund of the path; writes nothing. */
export const readForFund = async (
  context: HttpContext,
  asked: {
    readonly place: HeldElsewhere
    readonly bytes: Uint8Array
    readonly asOf?: LocalDate | undefined
    readonly balance?: number | undefined
  },
) => {
  const { store, hash, signer, today, reader } = context.get('needs')
  if (!isWorkbook(asked.bytes) && hasTooManyCells([asked.bytes])) return 'too-large' as const
  const { fundId } = context.get('fund')
  return readBankFile({ store, hash, signer, reader, today: today() }, { fundId, ...asked })
}
