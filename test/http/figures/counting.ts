import { expect } from 'vitest'
import { defaultCharterIn } from '#domain/fund/charter/default-charter.ts'
import type { AwayFigures } from '#domain/fund/meeting/away-figures.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { Command } from '#domain/village.ts'
import { awayCommandOf } from '#src/app/meeting/away-counts.ts'
import { figuresOfVillage } from '#test/support/away-counts.ts'
import { practice } from '#test/support/service.ts'

/** A network with further funds, each of which has counted. */
export const counting = async (
  codes: readonly string[],
  figures: AwayFigures = figuresOfVillage,
) => {
  const world = await practice()
  const { needs, networkId } = world
  const by = { actor: 'test', device: 'test' }
  const on = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: needs.today() })
  const funds: string[] = []
  for (const villageCode of codes) {
    const fundId = needs.ids()
    funds.push(fundId)
    const opening = { cash: 0, provision: 0, social: 0, reserve: 0, windows: [] }
    const found = {
      ...on(),
      type: 'FoundFund',
      villageCode,
      charter: defaultCharterIn('KHR'),
      opening,
    }
    expect((await needs.record(fundId, [found as Command], by))[0]!.outcome).toBe('recorded')
    const asked = { fundId, id: needs.ids(), on: needs.today(), figures }
    const { command, keep } = await awayCommandOf(needs, asked)
    await keep()
    expect((await needs.record(fundId, [command], by))[0]!.outcome).toBe('recorded')
    const join: NetworkCommand = { ...on(), type: 'JoinFund', fundId }
    await needs.recordNetwork(networkId, [join], by)
  }
  return { world, funds }
}
