import { expect, test } from 'vitest'
import { type ServicesAsked, servicesOf } from '#domain/network/directory.ts'
import { idOf, networkLife } from '#test/domain/network/life.ts'

const serviceId = idOf('lawyers')
const lawyers = {
  serviceId,
  kind: 'legal-aid',
  name: 'Lawyers of the river',
  country: 'KH',
  province: '02',
  does: 'Advice and help in court',
  standards: ['confidential', 'no-fee'],
  languages: ['km'],
  phone: '555-0101',
}

const life = () => {
  const { network, give } = networkLife()
  return {
    network,
    give,
    add: (name: string, more: object = {}) =>
      give('ann', 'ProposeService', '2026-02-01', {
        ...lawyers,
        name,
        serviceId: idOf(name),
        ...more,
      }),
    check: (name: string, by = 'bopha', on = '2026-02-02') =>
      give(by, 'CheckService', on, { serviceId: idOf(name), how: 'visited' }),
    found: (asked: Partial<ServicesAsked> = {}) =>
      servicesOf(
        { services: network.services.values(), goodForDays: network.goodForDays },
        { today: '2026-02-10', ...asked },
      ).map(({ name, state }) => `${name} ${state}`),
  }
}

test('what a second one has checked can be relied on, and no longer than that is good', () => {
  const { add, check, found } = life()
  for (const name of ['one', 'two', 'three']) add(name)
  check('one')
  check('two', 'ann')
  expect(found()).toEqual(['one current', 'three waiting', 'two waiting'])
  expect(found({ today: '2026-08-01' })).toEqual(['one stale', 'three waiting', 'two waiting'])
})

test('it is asked by kind and by province, and what serves all of the country serves each', () => {
  const { add, check, found } = life()
  add('of Battambang')
  add('of Kandal', { province: '08' })
  add('of all', { province: undefined, kind: 'health' })
  add('in Thailand', { province: undefined, country: 'TH', kind: 'partner-abroad' })
  for (const name of ['of Battambang', 'of Kandal', 'of all', 'in Thailand']) check(name)
  expect(found({ province: '02' })).toEqual(['of Battambang current', 'of all current'])
  expect(found({ province: '08', kind: 'health' })).toEqual(['of all current'])
  expect(found({ kind: 'legal-aid' })).toEqual(['of Battambang current', 'of Kandal current'])
  expect(found({ kind: 'shelter' })).toEqual([])
})

test('what was taken out is nowhere', () => {
  const { add, give, found } = life()
  add('one')
  const out = { serviceId: idOf('one'), why: 'closed' }
  expect(give('chan', 'WithdrawService', '2026-02-03', out)).toBe('recorded')
  expect(found()).toEqual([])
  expect(give('chan', 'WithdrawService', '2026-02-03', out)).toBe('withdrawn-already')
})

test.each([
  [{ address: 'a place' }, 'shelter-place-not-kept /address'],
  [{ name: 'Shelter at street one' }, 'shelter-place-not-kept /name'],
  [{ does: 'A bed, near the market' }, 'shelter-place-not-kept /does'],
  [{ does: 'ស្ថិតនៅភូមិព្រែក' }, 'shelter-place-not-kept /does'],
  [{ does: 'ផ្ទះលេខ ១២' }, 'shelter-place-not-kept /does'],
  [{ does: 'A bed, meals and somebody to talk to' }, 'recorded'],
])('where a shelter lies is kept nowhere: %j', (more, said) => {
  const { add, network } = life()
  expect(add('A safe house', { kind: 'shelter', ...more })).toBe(said)
  expect(network.services.size).toBe(said === 'recorded' ? 1 : 0)
})

test('any other service says where it is', () => {
  expect(life().add('one', { address: '12 Street 1, Battambang' })).toBe('recorded')
})

test.each([
  [{ country: 'TH' }, 'province-elsewhere /province'],
  [{ province: undefined, kind: 'partner-abroad' }, 'partner-at-home /country'],
  [{ province: '26' }, 'province-unknown /province'],
  [{ kind: 'broker' }, 'kind-unknown /kind'],
  [{ standards: ['nice'] }, 'standard-unknown /standards/0'],
  [{ standards: 'nice' }, 'standards-missing /standards'],
  [{ capacity: 'big' }, 'capacity-unknown /capacity'],
  [{ registration: 'yes' }, 'registration-missing /registration'],
  [
    { registration: { status: 'yes', on: '2026-01-01' } },
    'registration-unknown /registration/status',
  ],
  [{ registration: { status: 'none', on: '2026-02-30' } }, 'date-impossible /registration/on'],
  [{ does: 'x' }, 'does-unreadable /does'],
  [{ phone: 'Sok' }, 'phone-unreadable /phone'],
  [{ address: '\n' }, 'address-unreadable /address'],
  [{ serviceId: 's1' }, 'service-not-an-id /serviceId'],
])('nonsense is told with its place: %j', (more, said) => {
  expect(life().add('one', more)).toBe(said)
})

test('the same one is not entered twice, and none is not checked', () => {
  const { add, check, give } = life()
  expect(check('one')).toBe('service-unknown /serviceId')
  add('one')
  expect(add('one')).toBe('service-already-there')
  expect(check('one', 'bopha', '2026-01-31')).toBe('checked-before-entered')
  expect(give('chan', 'WithdrawService', '2026-02-01', { serviceId, why: 'closed' })).toBe(
    'service-unknown /serviceId',
  )
})
