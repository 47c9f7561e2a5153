import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import type { Practice } from '#test/support/service.ts'

const by = { actor: 'test', device: 'test' }
const until = '2026-12-30'

/** Founds funds until the practice network has so many, with the auditor put to work on each and let in. */
export const foundUntil = async (
  { needs, networkId }: Pick<Practice, 'needs' | 'networkId'>,
  count: number,
  { on, nameOf }: { readonly on: string; readonly nameOf?: (n: number) => string },
): Promise<void> => {
  const network = (await networkBookOf(needs.store, networkId))!
  const { userId } = network.staff.find(({ appointments }) =>
    appointments.some(({ role }) => role === 'auditor'),
  )!
  const opening = { cash: 0, provision: 0, social: 0, reserve: 0, windows: [] }
  for (let n = network.funds.length; n < count; n += 1) {
    const fundId = needs.ids()
    const envelope = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: on })
    const villageCode = String(99_000_000 + n)
    const founding = { ...envelope(), id: fundId, villageCode, charter: defaultCharter, opening }
    const answers = [
      ...(await needs.record(
        fundId,
        [
          { ...founding, type: 'FoundFund' },
          { ...envelope(), type: 'AdmitAuditors', networkId, until },
        ],
        by,
      )),
      ...(await needs.recordNetwork(
        networkId,
        [
          { ...envelope(), type: 'JoinFund', fundId },
          { ...envelope(), type: 'AssignStaff', userId, fundId, until },
        ],
        by,
      )),
    ]
    const bad = answers.find(({ outcome }) => outcome !== 'recorded' && outcome !== 'flagged')
    if (bad) throw new Error(JSON.stringify(bad))
    if (nameOf) await needs.store.keep(fundId, [{ subject: 'fund', text: nameOf(n) }])
  }
}
