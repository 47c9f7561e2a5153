import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { Inventing } from '#src/app/demo/chance.ts'
import type { Said } from '#src/app/demo/sitting.ts'

/** What a fund begins with: its rules, its members, three of them with an office. */
export const founded = (
  id: Inventing['id'],
  { n, count }: { readonly n: number; readonly count: number },
): { readonly memberIds: readonly string[]; readonly said: readonly Said[] } => {
  const memberIds = Array.from({ length: count }, (_, i) => id(`member ${i + 1}`))
  const charter = { ...defaultCharter, households: count }
  const opening = { cash: 0, provision: 0, social: 0, reserve: 0, windows: [] }
  const offices = ['record-keeper', 'chair', 'counter'] as const
  return {
    memberIds,
    said: [
      {
        type: 'FoundFund',
        villageCode: String(99_000_000 + (n % 12) * 10_000 + n),
        charter,
        opening,
      },
      ...memberIds.map((memberId, i) => ({
        type: 'AdmitMember' as const,
        memberId,
        card: `M${String(i + 1).padStart(2, '0')}`,
        sex: i % 3 === 2 ? 'm' : 'f',
        zone: `z${(i % 4) + 1}`,
        isFormer: false,
      })),
      ...offices.map((office, i) => ({
        type: 'AppointOfficer' as const,
        memberId: memberIds[i],
        office,
      })),
    ],
  }
}

/** The network's auditors are let in for a year, a hundred days before the network is looked at. */
export const letIn = (
  networkId: string,
  until: LocalDate,
): { readonly on: LocalDate; readonly said: readonly Said[] } => {
  const on = daysAfter(until, -100)
  return { on, said: [{ type: 'AdmitAuditors', networkId, until: daysAfter(on, 366) }] }
}
