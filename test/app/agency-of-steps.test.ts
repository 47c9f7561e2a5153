import { expect, test } from 'vitest'
import type { SupportStep } from '#domain/grants/support.ts'
import { agencyOfStep } from '#src/app/support/agency.ts'
import { day, networkId, smallNetwork } from '#test/support/small-network.ts'

test('the register is asked anew before each of the two steps that lead to money, and before no other', async () => {
  const { store } = await smallNetwork()
  const needs = { store, today: () => day }
  const gone = { networkId, agency: '00000000-0000-7000-8000-00000000000a' }
  const refusedAt = async (step: string) =>
    agencyOfStep(needs, gone, { step: step as SupportStep, effectiveOn: day })
  const unknown = await refusedAt('checked')
  expect(unknown).toBeDefined()
  expect(await refusedAt('conditions-met')).toBe(unknown)
  expect(await refusedAt('turned-down')).toBeUndefined()
  const nobody = { networkId }
  const step = { step: 'conditions-met', effectiveOn: day } as const
  expect(await agencyOfStep(needs, nobody, step)).toBeUndefined()
})
