import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { sha256 } from '#infra/system/system.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { fillFigures, figuresIds } from '#test/http/access/figures-fixture.ts'
import { fillRegister, registerIds } from '#test/http/access/register-fixture.ts'
import { fillPot } from '#test/http/access/pot-fixture.ts'
import { fillTraining, trainingIds } from '#test/http/access/training-fixture.ts'
import { fillWatch, watchIds } from '#test/http/access/watch-fixture.ts'
import { assertAccepted } from '#test/http/access/small-fund.ts'

/** A number, a service and a standing link of a network; the same in every run. */
export const directoryOf = (canary: string) => ({
  numberId: uuidOfHash(sha256(`${canary} number`)),
  serviceId: uuidOfHash(sha256(`${canary} service`)),
  linkId: uuidOfHash(sha256(`${canary} link`)),
  ...registerIds(canary),
  ...watchIds(canary),
  ...trainingIds(canary),
  ...figuresIds(canary),
})

/** What is said of them, with nothing real in it. */
export const saidOfNumber = { country: 'KH', kind: 'police', languages: ['km'] } as const
export const saidOfService = {
  kind: 'legal-aid',
  country: 'KH',
  does: 'Advice before court',
  standards: ['no-fee'],
  languages: ['km'],
  phone: '555-0102',
} as const

/** Entered by one who is nobody's login, and waiting for somebody to check them. */
export const fillDirectory = async (
  { ids, recordNetwork }: AppNeeds,
  { networkId, canary }: { readonly networkId: string; readonly canary: string },
) => {
  const directory = directoryOf(canary)
  const on = () => ({ id: ids(), v: 1 as const, effectiveOn: '2025-11-10' })
  const commands: NetworkCommand[] = [
    {
      ...on(),
      type: 'ProposeNumber',
      numberId: directory.numberId,
      ...saidOfNumber,
      number: '555-0101',
      name: canary,
    },
    {
      ...on(),
      type: 'ProposeService',
      serviceId: directory.serviceId,
      ...saidOfService,
      name: canary,
    },
    {
      ...on(),
      type: 'SetLink',
      linkId: directory.linkId,
      kind: 'webhook',
      mark: sha256(canary),
    },
  ]
  assertAccepted(await recordNetwork(networkId, commands, { actor: canary, device: canary }))
  return directory
}

/** What a network has beside its staff and funds. */
export const fillBeside = async (...where: Parameters<typeof fillPot>) => ({
  ...(await fillPot(...where)),
  ...(await fillDirectory(...where)),
  ...(await fillRegister(...where)),
  ...(await fillWatch(...where)),
  ...(await fillTraining(...where)),
  ...(await fillFigures(...where)),
})
