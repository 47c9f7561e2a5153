import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Random } from '#domain/ports.ts'
import { takeRooms } from '#src/app/watch/day-rooms.ts'
import type { NamingNeeds } from '#src/app/identity/identity.ts'

/*
 * A village is often behind one address, and one person in it can use up what that line may send. So workers hand out slips of
 * paper: whoever types one in has a way of the own, once a day. Nothing is written down of who has which.
 */

type SlipNeeds = NamingNeeds & {
  readonly random: Pick<Random, 'below'>
  readonly networkId: string
  readonly today: LocalDate
}

const serialDigits = 6
/** Sheets of before had so few that two people often held the same slip; they are good until the end of their time. */
const shortSerialDigits = 4
const markDigits = 8

const markOf = (
  { signer, hash, networkId }: Pick<SlipNeeds, 'signer' | 'hash' | 'networkId'>,
  serial: string,
  year: string,
): string => {
  const text = hash(signer.mark(networkId, lengthPrefixed(['village-fund/slip/1', year, serial])))
  return String(Number.parseInt(text.slice(0, 12), 16) % 10 ** markDigits).padStart(markDigits, '0')
}

const inFours = (digits: string): string => digits.replaceAll(/(\d{4})(?=\d)/g, '$1 ')

/** So many slips of fourteen digits, for one sheet; they are good until the end of next year. */
export const slipsFor = (needs: SlipNeeds, count: number): readonly string[] =>
  Array.from({ length: count }, () => {
    const serial = String(needs.random.below(10 ** serialDigits)).padStart(serialDigits, '0')
    return inFours(`${serial}${markOf(needs, serial, needs.today.slice(0, 4))}`)
  })

/** Whether what was typed is a slip that was not used today; asking uses it. That it was used is written down nowhere. */
export const takeSlip = (needs: SlipNeeds, typed: string): boolean => {
  const digits = typed.replaceAll(/\D/g, '')
  const length = [serialDigits, shortSerialDigits].find((one) => digits.length === one + markDigits)
  if (length === undefined) return false
  const serial = digits.slice(0, length)
  const year = Number(needs.today.slice(0, 4))
  const isOurs = [year, year - 1].some(
    (one) => markOf(needs, serial, String(one)) === digits.slice(length),
  )
  return isOurs && takeRooms(needs, [{ name: `slip ${digits}`, most: 1 }]) === undefined
}
