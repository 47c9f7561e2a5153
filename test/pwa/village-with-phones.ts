import { sha256 } from '#infra/system/system.ts'
import type { Clock } from '#domain/ports.ts'
import { memoryOutbox } from '#infra/memory/outbox.ts'
import { type MemoryStore, memoryStore } from '#infra/memory/store.ts'
import { type Answer, isAccepted } from '#src/app/answer.ts'
import { recorder } from '#src/app/record.ts'
import type { Told } from '#domain/phone/outbox.ts'
import { type PhoneNeeds, phoneOf } from '#src/pwa/phone.ts'
import type { Service } from '#src/pwa/service.ts'
import type { Command } from '#domain/village.ts'
import { admission, founding, idOf, memberId, officer } from '#test/contract/village-life.ts'

export const fundId = '00000000-0000-7000-8000-0000000000f0'

/** A clock that goes a second with each look. */
export const ticking = (from: string): Clock => {
  let at = Date.parse(from)
  return () => new Date((at += 1000)).toISOString()
}

export const toldOfAnswer = (answer: Answer): Told =>
  isAccepted(answer)
    ? { id: answer.id, outcome: answer.outcome, seq: answer.seq, flags: answer.flags }
    : { id: answer.id, outcome: answer.outcome, code: answer.code }

/** A service with a journal in memory, that is asked without a network between. */
export const serviceOn = (store: MemoryStore, clock: Clock): Service => {
  const record = recorder({ journal: store, clock, hash: sha256 })
  return {
    rowsAfter: (fund, seq) => store.read(fund, seq, 50),
    send: async (fund, some) => {
      const commands = some.map(({ command }) => command)
      return (await record(fund, commands, officer)).map(toldOfAnswer)
    },
  }
}

/** A founded village with some members, and its service. */
export const foundedVillage = async (members = 4) => {
  const store = memoryStore()
  const clock = ticking('2026-06-01T02:00:00.000Z')
  const record = recorder({ journal: store, clock, hash: sha256 })
  const first = [founding(1), ...Array.from({ length: members }, (_, n) => admission(n + 2, n + 1))]
  await record(fundId, first, officer)
  return { store, record, service: serviceOn(store, clock) }
}

/** What a phone of that village needs, with a journal and an outbox of its own. */
export const phoneNeeds = (
  service: Service,
  more: Partial<PhoneNeeds> = {},
): PhoneNeeds & { readonly journal: MemoryStore } =>
  ({
    fundId,
    journal: memoryStore(),
    outbox: memoryOutbox(),
    service,
    clock: ticking('2026-06-20T02:00:00.000Z'),
    hash: sha256,
    by: { actor: 'officer-2', device: 'phone-1' },
    ...more,
  }) as PhoneNeeds & { readonly journal: MemoryStore }

export const syncedPhone = async (needs: PhoneNeeds) => {
  const phone = await phoneOf(needs)
  await phone.sync()
  return phone
}

export const deposit = (n: number, amount = 5_000, member = 1): Command => ({
  type: 'RecordDeposit',
  id: idOf(n),
  v: 1,
  effectiveOn: '2026-06-20',
  memberId: memberId(member),
  amount,
})

export const written = (...commands: readonly Command[]) => commands.map((command) => ({ command }))
