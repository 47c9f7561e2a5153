import { expect, test } from 'vitest'
import { numbersShown, numbersWaiting } from '#domain/network/numbers.ts'
import { idOf, networkLife } from '#test/domain/network/life.ts'

const numberId = idOf('police')
const police = { numberId, country: 'KH', kind: 'police', number: '117', languages: ['km'] }

const life = () => {
  const { network, give } = networkLife()
  const read = () => ({ numbers: network.numbers.values(), goodForDays: network.goodForDays })
  return {
    network,
    give,
    shown: (today: string) => numbersShown(read(), today).map(({ number }) => number),
    waiting: (today: string) => numbersWaiting(read(), today).map(({ number }) => number),
  }
}

const checked = (by = 'bopha', on = '2026-02-02') => {
  const its = life()
  its.give('ann', 'ProposeNumber', '2026-02-01', police)
  its.give(by, 'CheckNumber', on, { numberId, how: 'called' })
  return its
}

test('one person alone shows no number to anybody', () => {
  const { give, shown, waiting } = life()
  expect(give('ann', 'ProposeNumber', '2026-02-01', police)).toBe('recorded')
  expect(shown('2026-02-01')).toEqual([])
  give('ann', 'CheckNumber', '2026-02-02', { numberId, how: 'called' })
  expect(shown('2026-02-02')).toEqual([])
  expect(waiting('2026-02-02')).toEqual(['117'])
})

test('it is shown once a second one has checked it, with the day and the way of that', () => {
  const { network, shown, waiting } = checked()
  expect(shown('2026-02-02')).toEqual(['117'])
  expect(waiting('2026-02-02')).toEqual([])
  expect(network.numbers.get(numberId)).toMatchObject({
    enteredBy: 'ann',
    check: { by: 'bopha', on: '2026-02-02', how: 'called' },
  })
})

test.each([
  ['2026-07-31', ['117'], []],
  ['2026-08-01', [], ['117']],
])('half a year after it was checked it waits for somebody to look again: %s', (day, is, waits) => {
  const { shown, waiting } = checked()
  expect(shown(day)).toEqual(is)
  expect(waiting(day)).toEqual(waits)
})

test('a network says for how many days a check is good, by two', () => {
  const { give, shown } = checked()
  const until = '2026-12-31'
  for (const who of ['ann', 'bopha'])
    give('program', 'AppointStaff', '2026-01-01', {
      userId: idOf(who),
      role: 'administrator',
      until,
    })
  const set = (days: number, approvedBy = idOf('bopha')) =>
    give('ann', 'SetCheckDays', '2026-02-03', { days, approvedBy })
  expect(set(29)).toBe('days-out-of-range /days')
  expect(set(367)).toBe('days-out-of-range /days')
  expect(set(90, idOf('nobody'))).toBe('not-of-the-deciding-staff')
  expect(set(90)).toBe('recorded')
  expect(shown('2026-05-02')).toEqual(['117'])
  expect(shown('2026-05-03')).toEqual([])
})

test('a later look makes it good again, an earlier one makes it no older', () => {
  const { give, shown } = checked()
  give('chan', 'CheckNumber', '2026-08-10', { numberId, how: 'official-page' })
  expect(shown('2026-09-01')).toEqual(['117'])
  give('chan', 'CheckNumber', '2026-03-01', { numberId, how: 'called' })
  expect(shown('2026-09-01')).toEqual(['117'])
})

test('whoever entered it makes it no younger either', () => {
  const { give, shown } = checked()
  give('ann', 'CheckNumber', '2026-08-10', { numberId, how: 'called' })
  expect(shown('2026-08-10')).toEqual([])
})

test('one alone takes it out at once, and it does not come back by being checked', () => {
  const { give, shown, waiting } = checked()
  expect(give('chan', 'WithdrawNumber', '2026-03-01', { numberId, why: 'dangerous' })).toBe(
    'recorded',
  )
  expect(shown('2026-03-01')).toEqual([])
  expect(waiting('2026-03-01')).toEqual([])
  const again = give('bopha', 'CheckNumber', '2026-03-02', { numberId, how: 'called' })
  expect(again).toBe('withdrawn-already')
  // Entered anew it takes two again.
  const other = idOf('police again')
  expect(give('chan', 'ProposeNumber', '2026-03-02', { ...police, numberId: other })).toBe(
    'recorded',
  )
  expect(shown('2026-03-02')).toEqual([])
})

test('the same number is not entered twice for a country, however it is spaced', () => {
  const { give } = checked()
  const again = { ...police, numberId: idOf('again'), number: '1-1 7' }
  expect(give('chan', 'ProposeNumber', '2026-03-01', again)).toBe('number-already-there')
  expect(give('chan', 'ProposeNumber', '2026-03-01', police)).toBe('number-already-there')
  expect(give('chan', 'ProposeNumber', '2026-03-01', { ...again, country: 'TH' })).toBe('recorded')
})

test('the home country stands first, and of a country the police', () => {
  const { give, shown } = checked()
  const others = [
    ['1694', 'TH', 'labour'],
    ['191', 'TH', 'police'],
    ['1300', 'TH', 'hotline'],
    ['1288', 'KH', 'anti-trafficking'],
  ] as const
  for (const [number, country, kind] of others) {
    const named = idOf(number)
    give('ann', 'ProposeNumber', '2026-02-02', {
      numberId: named,
      country,
      kind,
      number,
      languages: [],
    })
    give('bopha', 'CheckNumber', '2026-02-03', { numberId: named, how: 'called' })
  }
  expect(shown('2026-02-03')).toEqual(['117', '1288', '191', '1694', '1300'])
})

test.each([
  [{ country: 'XX' }, 'country-unknown /country'],
  [{ country: 'constructor' }, 'country-unknown /country'],
  [{ kind: 'broker' }, 'kind-unknown /kind'],
  [{ number: '1' }, 'phone-unreadable /number'],
  [{ number: 'call Sok' }, 'phone-unreadable /number'],
  [{ number: '117;phone-context=x' }, 'phone-unreadable /number'],
  [{ number: '012 345 678 901 234 567 890' }, 'phone-unreadable /number'],
  [{ name: 'a\nb' }, 'name-unreadable /name'],
  [{ name: '\u202e711' }, 'name-unreadable /name'],
  [{ hours: '8-17' }, 'hours-unreadable /hours'],
  [{ isFree: 'yes' }, 'not-true-or-false /isFree'],
  [{ languages: 'km' }, 'languages-missing /languages'],
  [{ languages: ['xx'] }, 'language-unknown /languages/0'],
  [{ numberId: 'n1' }, 'number-not-an-id /numberId'],
])('nonsense is told with its place: %j', (more, said) => {
  expect(life().give('ann', 'ProposeNumber', '2026-02-01', { ...police, ...more })).toBe(said)
})

test.each(['CheckNumber', 'WithdrawNumber'] as const)('%s of none is told so', (type) => {
  const more = { numberId: idOf('none'), how: 'called', why: 'wrong' }
  expect(life().give('ann', type, '2026-02-01', more)).toBe('number-unknown /numberId')
  expect(life().give('ann', type, '2026-02-01', { ...more, how: 'no', why: 'no' })).toMatch(
    /^(check-way|reason)-unknown/,
  )
})

test('nobody has checked it before it was entered', () => {
  const { give } = life()
  give('ann', 'ProposeNumber', '2026-02-01', police)
  const early = give('bopha', 'CheckNumber', '2026-01-31', { numberId, how: 'called' })
  expect(early).toBe('checked-before-entered')
})
