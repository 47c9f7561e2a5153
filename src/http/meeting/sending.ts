import type { Visit } from '#src/http/desk/visit.ts'
import type { Placed } from '#src/app/meeting/sheet-commands.ts'
import type { ItemAnswer } from '#src/app/submit.ts'
import { sendToFund } from '#src/http/gate.ts'

/** Sends the commands of a page, all or none. */
export const sendAll = (
  { context }: Pick<Visit, 'context'>,
  placed: readonly Pick<Placed, 'command'>[],
  { dryRun, vouchedFor }: { readonly dryRun: boolean; readonly vouchedFor?: string | undefined },
): Promise<readonly ItemAnswer[]> =>
  sendToFund(
    context,
    placed.map(({ command }) => ({ command })),
    { dryRun, atomic: true, vouchedFor },
  )
