import { expect, test } from 'vitest'
import type { Party } from '#domain/network/register/parties.ts'
import { namedParties } from '#src/app/network/party-names.ts'

const person = (partyId: string) => {
  const fact = { what: 'sealed-name', mark: 'a mark' }
  return { partyId, kind: 'broker', facts: [{ factId: partyId, fact }] } as unknown as Party
}

test('of somebody with two names and two numbers the name that was written down first is shown, and all of them find', () => {
  const sealed = [
    { partyId: 'p1', factId: 'f2', latin: 'Uncle Zeb' },
    { partyId: 'p1', factId: 'p1', km: 'ហ្សេប', latin: 'Zeb' },
    { partyId: 'p2', factId: 'p2', latin: 'Zora' },
    { partyId: 'p1', factId: 'f3', phone: '+85512000001' },
    { partyId: 'p1', factId: 'f4', phone: '+85512000002' },
    { partyId: 'p2', factId: 'f5', phone: '+85512000003' },
  ]
  const named = namedParties([person('p1'), person('p2'), person('p3')], sealed)
  expect(named.map(({ called, names, phones }) => ({ called, names, phones }))).toEqual([
    {
      called: ['ហ្សេប', 'Zeb'],
      names: ['Uncle Zeb', 'ហ្សេប', 'Zeb'],
      phones: ['+85512000001', '+85512000002'],
    },
    { called: ['Zora'], names: ['Zora'], phones: ['+85512000003'] },
    { called: [], names: [], phones: [] },
  ])
})
