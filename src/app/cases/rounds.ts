import { staffRolesOn } from '#domain/access/staff.ts'
import type { FundViews, NetworkJournal, NetworkViews } from '#domain/ports.ts'
import { daily } from '#src/app/cases/moving.ts'
import { type TextNeeds, sendCaseTexts } from '#src/app/cases/texts.ts'
import { fileFees } from '#src/app/watch/filed-fees.ts'
import { moveReports } from '#src/app/watch/reports.ts'
import { dropOvertaken } from '#src/app/watch/reply-texts.ts'
import { finishErasing } from '#src/app/watch/erasing.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'
import { finishDropping } from '#src/app/network/party-names.ts'
import { registerOf } from '#src/app/network/register.ts'
import type { Sealing } from '#domain/grants/files.ts'
import type { LeafNeeds } from '#src/app/cases/leaf-pages.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'

type Here = {
  readonly cases?: LeafNeeds & { readonly areThere?: () => boolean }
  readonly store: NetworkViews &
    FundViews & { readonly networks: NetworkJournal } & Parameters<
      typeof finishDropping
    >[0]['store']
  readonly clock: () => string
  readonly sealing?: Sealing
}

/** Nothing that only looks makes a place for cases. */
const isEmpty = ({ cases }: Here): boolean => cases === undefined || cases.areThere?.() === false

/**
 * What is due for the cases of all networks on a day, whoever comes by or not: what was kept long enough is destroyed, all
 * cases and reports move, and on one day of the week what they let be told of fees is filed. What was to be erased and was cut off
 * is finished. Done before on that day, it does nothing. What fails in one network holds up no other, and is thrown at the end.
 */
export const careForCases = async (here: Here): Promise<void> => {
  const { cases, store, clock, sealing } = here
  const faults: unknown[] = []
  const unlessItFails = async (act: () => Promise<unknown>): Promise<void> => {
    await act().catch((error: unknown) => faults.push(error))
  }
  for (const networkId of await store.networks.fundIds()) {
    if (sealing)
      await unlessItFails(async () =>
        finishDropping({ store, sealing }, await registerOf(store, networkId)),
      )
    if (!cases || isEmpty(here)) continue
    const its = { ...cases, clock, networkId }
    await unlessItFails(() => finishErasing(its))
    await unlessItFails(async () => dropOvertaken(its, await watchBookOf(store, networkId)))
    for (const act of [daily, fileFees, moveReports]) await unlessItFails(() => act(its))
  }
  if (faults.length > 0) throw faults[0]
}

/** Texts of cases that are due now, in all networks. */
export const sendAllCaseTexts = async (
  needs: Here & Omit<TextNeeds, keyof LeafNeeds | 'supervisorsOf'>,
): Promise<number> => {
  const { cases, store, today } = needs
  if (!cases || isEmpty(needs)) return 0
  const supervisorsOf: TextNeeds['supervisorsOf'] = async (networkId) =>
    ((await networkBookOf(store, networkId))?.staff ?? [])
      .filter((staff) => staffRolesOn(staff, today()).includes('case-supervisor'))
      .map(({ userId }) => userId)
  let count = 0
  for (const networkId of await store.networks.fundIds())
    count += await sendCaseTexts({ ...needs, ...cases, supervisorsOf }, networkId)
  return count
}
