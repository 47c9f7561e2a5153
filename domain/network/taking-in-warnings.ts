import type { LocalDate } from '#domain/kernel/dates.ts'
import { afterCheck } from '#domain/network/checked.ts'
import type { Network } from '#domain/network/state.ts'
import type { WarningBody } from '#domain/operations/network.ts'

type Entered = { readonly by: string; readonly on: LocalDate; readonly writtenOn: LocalDate }

/** Takes in what an entry says of a warning, in place. */
export const takeInWarning = (
  { warnings }: Network,
  body: WarningBody,
  { by, on, writtenOn }: Entered,
): void => {
  const { warningId } = body
  switch (body.type) {
    case 'WarningProposed': {
      const { type: _t, v: _v, flags: _f, postings: _p, ...said } = body
      warnings.set(warningId, { ...said, enteredBy: by, enteredOn: on })
      return
    }
    case 'WarningChecked': {
      const before = warnings.get(warningId)!
      const after = afterCheck(before, { by, on, how: body.how })
      // The first look begins it; a look of whoever entered it is none.
      const counts = before.counts ?? (after === before ? undefined : { from: on, writtenOn })
      warnings.set(warningId, { ...after, ...(counts && { counts }) })
      return
    }
    case 'WarningWithdrawn': {
      const before = warnings.get(warningId)!
      const withdrawn = { on, why: body.why }
      warnings.set(warningId, { ...before, withdrawn, ended: { on, writtenOn } })
      return
    }
  }
}

export const isKnownToWarnings = ({ warnings }: Network, body: WarningBody): boolean =>
  body.type === 'WarningProposed' || warnings.has(body.warningId)
