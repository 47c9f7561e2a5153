import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Khqr, crc16, khqrFault, khqrFields, khqrText } from '#domain/remittances/khqr.ts'

const jonh: Khqr = {
  account: 'jonhsmith@nbcq',
  name: 'Jonh Smith',
  city: 'Phnom Penh',
  currency: 'KHR',
}
const bill = 'INV-2021-07-65822'
const phone = '85512345678'
const all = { bill, phone, store: 'BKK-1', terminal: '012345' }
const merchant: Khqr = {
  ...jonh,
  account: 'jonhsmith@devb',
  merchantId: '123456',
  bank: 'Dev Bank',
}
const times = (madeAt: number, endsAt: number) => ({ madeAt, endsAt })

/** Codes that the National Bank's own kits make of these fields, each with its check: published with the kits for Java and JavaScript. */
const vectors: readonly (readonly [what: string, asked: Khqr, text: string])[] = [
  [
    'one person, riel, static, with phone and purpose',
    { ...jonh, phone, purpose: 'Testing' },
    '00020101021129180014jonhsmith@nbcq5204599953031165802KH5910Jonh Smith6010Phnom Penh62260211855123456780807Testing6304A586',
  ],
  [
    'one person, static, a name in Khmer and every field of the account',
    {
      ...jonh,
      ...all,
      holder: '012345678',
      bank: 'Dev Bank',
      name: 'ចន ស្មីន',
      city: 'Siam Reap',
    },
    '00020101021129430014jonhsmith@nbcq01090123456780208Dev Bank5204599953031165802KH5908ចន ស្មីន6009Siam Reap62550117INV-2021-07-658220211855123456780305BKK-107060123456304B956',
  ],
  [
    'one person, dollars, dynamic, with a bill',
    {
      ...jonh,
      city: 'PHNOM PENH',
      currency: 'USD',
      amount: 100,
      bill,
      ...times(1_726_748_914_287, 1_726_749_514_287),
    },
    '00020101021229180014jonhsmith@nbcq520459995303840540115802KH5910Jonh Smith6010PHNOM PENH62210117INV-2021-07-658229934001317267489142870113172674951428763045F5D',
  ],
  [
    'one person, riel, dynamic, with a phone',
    { ...jonh, amount: 50_000, phone, ...times(1_726_749_117_626, 1_726_749_717_626) },
    '00020101021229180014jonhsmith@nbcq5204599953031165405500005802KH5910Jonh Smith6010Phnom Penh6215021185512345678993400131726749117626011317267497176266304CA4B',
  ],
  [
    'one person, riel, dynamic, all that can stand beside',
    {
      ...jonh,
      ...all,
      city: 'Siam Reap',
      amount: 50_000,
      ...times(1_726_749_117_636, 1_726_749_717_636),
    },
    '00020101021229180014jonhsmith@nbcq5204599953031165405500005802KH5910Jonh Smith6009Siam Reap62550117INV-2021-07-658220211855123456780305BKK-107060123459934001317267491176360113172674971763663049D4A',
  ],
  [
    'half a dollar',
    {
      ...jonh,
      currency: 'USD',
      amount: 50,
      ...times(1_726_749_416_311, 1_726_750_016_311),
    },
    '00020101021229180014jonhsmith@nbcq52045999530384054030.55802KH5910Jonh Smith6010Phnom Penh993400131726749416311011317267500163116304275E',
  ],
  [
    'fifty-five cents',
    {
      ...jonh,
      currency: 'USD',
      amount: 55,
      ...times(1_726_749_416_313, 1_726_750_016_313),
    },
    '00020101021229180014jonhsmith@nbcq52045999530384054040.555802KH5910Jonh Smith6010Phnom Penh993400131726749416313011317267500163136304A72A',
  ],
  [
    'a merchant, riel, dynamic',
    {
      ...merchant,
      ...all,
      city: 'Siam Reap',
      amount: 50_000,
      ...times(1_726_749_812_358, 1_726_750_412_358),
    },
    '00020101021230400014jonhsmith@devb01061234560208Dev Bank5204599953031165405500005802KH5910Jonh Smith6009Siam Reap62550117INV-2021-07-658220211855123456780305BKK-10706012345993400131726749812358011317267504123586304E971',
  ],
  [
    'a merchant, dollars, static',
    { ...merchant, currency: 'USD' },
    '00020101021130400014jonhsmith@devb01061234560208Dev Bank5204599953038405802KH5910Jonh Smith6010Phnom Penh630484CA',
  ],
  [
    'a merchant, riel, static, with a purpose',
    { ...merchant, account: 'jonhsmith@nbcq', purpose: 'Testing' },
    '00020101021130400014jonhsmith@nbcq01061234560208Dev Bank5204599953031165802KH5910Jonh Smith6010Phnom Penh62110807Testing63041643',
  ],
]

describe('the National Bank’s own codes', () => {
  test.each(vectors)('%s', (_, asked, text) => {
    expect(khqrFault(asked)).toBeUndefined()
    expect(khqrText(asked)).toBe(text)
    expect(khqrFields(text)?.get('58')).toBe('KH')
  })

  test.each([
    // From the document of the kit.
    '00020101021229180014jonhsmith@nbcq52045999530384054031.05802KH5910Jonh Smith6010Phnom Penh6304C297',
    '00020101021229190015john_smith@devb5204599953038405405100.05802KH5910John Smith6010Phnom Penh6304BF30',
  ])('%s is read, and is none with one sign changed', (text) => {
    expect(khqrFields(text)?.get('52')).toBe('5999')
    expect(khqrFields(text.replace('5999', '5998'))).toBeUndefined()
    expect(khqrFields(text.slice(0, -1))).toBeUndefined()
  })
})

test('the check is CRC-16/CCITT-FALSE', () => {
  expect(crc16('123456789')).toBe('29B1')
  expect(crc16('')).toBe('FFFF')
})

test('a field that is too long, empty or unreadable is named, and no code is made', () => {
  const fault = (more: Partial<Khqr>) => khqrFault({ ...jonh, ...more })
  expect(fault({ name: 'x'.repeat(26) })).toEqual({ code: 'khqr-too-long', field: 'name' })
  expect(fault({ city: 'x'.repeat(16) })).toEqual({ code: 'khqr-too-long', field: 'city' })
  expect(fault({ bill: 'x'.repeat(26) })).toEqual({ code: 'khqr-too-long', field: 'bill' })
  expect(fault({ account: `${'x'.repeat(28)}@bank` })).toEqual({
    code: 'khqr-too-long',
    field: 'account',
  })
  expect(fault({ account: 'jonhsmith' })).toEqual({ code: 'khqr-unreadable', field: 'account' })
  expect(fault({ name: ' ' })).toEqual({ code: 'khqr-missing', field: 'name' })
  expect(fault({ name: 'a\nb' })).toEqual({ code: 'khqr-unreadable', field: 'name' })
  expect(fault({ phone: '+855 12' })).toEqual({ code: 'khqr-unreadable', field: 'phone' })
  expect(fault({ merchantId: '1' })).toEqual({ code: 'khqr-missing', field: 'bank' })
  expect(fault({ amount: 0 })).toEqual({ code: 'khqr-amount', field: 'amount' })
  expect(fault({ amount: 10_000_000_000_000 })).toEqual({ code: 'khqr-amount', field: 'amount' })
  expect(fault({ amount: 9_999_999_999_999 })).toBeUndefined()
  expect(fault({ amount: 1.5 })).toEqual({ code: 'khqr-amount', field: 'amount' })
  expect(fault({ amount: 1, endsAt: 2 })).toEqual({ code: 'khqr-missing', field: 'madeAt' })
  expect(fault({ currency: 'THB' as never })).toEqual({
    code: 'khqr-unreadable',
    field: 'currency',
  })
  expect(fault({ amount: 1, madeAt: 2 })).toEqual({ code: 'khqr-missing', field: 'endsAt' })
  expect(fault({ amount: 1, madeAt: 2, endsAt: 2 })).toEqual({
    code: 'khqr-unreadable',
    field: 'endsAt',
  })
  // A code without a sum hangs on a wall for ever: it has no end.
  expect(fault({ madeAt: 2, endsAt: 3 })).toEqual({ code: 'khqr-unreadable', field: 'endsAt' })
  expect(fault({ amount: 1, madeAt: 2, endsAt: 3 })).toBeUndefined()
  expect(() => khqrText({ ...jonh, name: '' })).toThrow('khqr-missing')
})

test('a code whose check is right and whose fields are cut off, twice there or none is none', () => {
  const withCheck = (text: string) => `${text}6304${crc16(`${text}6304`)}`
  expect(khqrFields(withCheck('000201'))?.get('00')).toBe('01')
  expect(khqrFields(withCheck('000201000201'))).toBeUndefined()
  expect(khqrFields(withCheck('00020159990'))).toBeUndefined()
  expect(khqrFields(withCheck('000201x'))).toBeUndefined()
})

test('whatever is taken is read again as the same', () => {
  const word = (max: number) =>
    fc
      .string({ minLength: 1, maxLength: max, unit: 'grapheme' })
      .filter(
        (text) =>
          khqrFault({ ...jonh, name: text.slice(0, 25) }) === undefined && text.length <= max,
      )
  fc.assert(
    fc.property(
      word(25),
      word(15),
      fc.option(fc.integer({ min: 1, max: 99_999_999 }), { nil: undefined }),
      fc.constantFrom('KHR' as const, 'USD' as const),
      (name, city, amount, currency) => {
        const asked = { ...jonh, name, city, currency, ...(amount === undefined ? {} : { amount }) }
        const fields = khqrFields(khqrText(asked))!
        expect(fields.get('59')).toBe(name)
        expect(fields.get('60')).toBe(city)
        expect(fields.get('01')).toBe(amount === undefined ? '11' : '12')
        expect(fields.get('53')).toBe(currency === 'KHR' ? '116' : '840')
        const units = currency === 'KHR' ? 1 : 100
        expect(
          amount === undefined ? undefined : Math.round(Number(fields.get('54')) * units),
        ).toBe(amount)
      },
    ),
  )
})

test('fields that are short by themselves and too long together are refused, and 99 signs are not', () => {
  const long = 'a'.repeat(25)
  const together = { bill: long, store: long, terminal: long }
  // Three of 29 signs each make 87; the fourth may have eight letters.
  expect(khqrFault({ ...jonh, ...together, purpose: 'a'.repeat(8) })).toBeUndefined()
  expect(khqrFault({ ...jonh, ...together, purpose: 'a'.repeat(9) })).toEqual({
    code: 'khqr-too-long',
    field: 'purpose',
  })
  const account = { account: `${'a'.repeat(20)}@${'b'.repeat(11)}`, bank: 'b'.repeat(32) }
  // 36 of the account and 36 of the bank leave 27: a number of 23.
  expect(khqrFault({ ...jonh, ...account, merchantId: '1'.repeat(23) })).toBeUndefined()
  expect(khqrFault({ ...jonh, ...account, merchantId: '1'.repeat(24) })).toEqual({
    code: 'khqr-too-long',
    field: 'account',
  })
})
