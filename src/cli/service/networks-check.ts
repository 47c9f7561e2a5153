import { isSealedByAnother, sealedByAnotherSaid } from '#domain/access/row-seal.ts'
import { systemClock } from '#infra/system/system.ts'
import { shutNetworks } from '#src/app/identity/first-administrator.ts'
import { dayIn } from '#src/app/network/home.ts'
import { lettersLeft, lettersSaid } from '#src/app/watch/older-letters.ts'
import type { Check } from '#src/cli/cases/check.ts'
import { failed, openStore } from '#src/cli/context.ts'

const name = 'networks'

const said = (shut: readonly string[]): string =>
  shut.length === 0
    ? 'as they should be'
    : `there are several networks and nobody gets into ${shut.join(', ')}, as after several first starts at one moment. In each with funds: user add --network ID --login NAME --role administrator`

/** Whether there is a way into each network, where there are several; and letters that an earlier version has left behind. */
export const networksChecks = async (url: string): Promise<readonly Check[]> => {
  const today = () => dayIn(systemClock(), process.env['TIME_ZONE'] ?? 'Asia/Phnom_Penh')
  try {
    const store = await openStore(url, { create: false })
    try {
      const shut = await shutNetworks({ store, today })
      const letters = await lettersLeft(store)
      return [
        { name, ok: shut.length === 0, say: said(shut) },
        { name: 'letters', ok: letters.older === 0, say: lettersSaid(letters) },
      ]
    } finally {
      await store.close()
    }
  } catch (error) {
    if (isSealedByAnother(error))
      return [{ name, ok: true, say: `not looked at: ${sealedByAnotherSaid}` }]
    return [{ name, ok: false, say: failed(error).message.replace(/^fund: /, '') }]
  }
}
