import { text } from '#domain/kernel/shape.ts'

/** One line for people to read: no signs that no keyboard types, none that turn a line around. */
const line = (max: number, code: string, example: string) =>
  text(new RegExp(`^[^\\p{Cc}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069<>]{2,${max}}$`, 'u'), {
    code,
    example,
  })

/** What a number or a service is called. */
export const nameMax = 60
export const publicName = line(nameMax, 'name-unreadable', 'Labour ministry, Khmer line')

/** What a service does, or where it lies. */
export const lineMax = 160
export const publicLine = (code: string, example: string) => line(lineMax, code, example)

/** As it is dialled: digits with spaces or hyphens between them, a plus before the country's code. */
export const phone = text(/^(?=.{2,20}$)\+?\d+([ -]\d+)*$/, {
  code: 'phone-unreadable',
  example: '+1 555-0101',
})

/** What is dialled of a number: two that differ in spaces alone are one. */
export const dialled = (number: string): string => number.replaceAll(/[ -]/g, '')
