import { takeSharedGuess } from '#domain/access/lockout.ts'
import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Budgets, Random } from '#domain/ports.ts'
import type { NamingNeeds } from '#src/app/identity/identity.ts'

/*
 * A village is often behind one address, and one person in it can use up what that line may send. So workers hand out slips of
 * paper: whoever types one in has a way of the own, once a day. Nothing is written down of who has which.
 */

type SlipNeeds = NamingNeeds & {
  readonly store: Budgets
  readonly random: Pick<Random, 'below'>
  readonly networkId: string
  readonly today: LocalDate
}

const serialDigits = 4
const markDigits = 8

const markOf = (
  { signer, hash, networkId }: Pick<SlipNeeds, 'signer' | 'hash' | 'networkId'>,
  serial: string,
  year: string,
): string => {
  const text = hash(signer.mark(networkId, lengthPrefixed(['village-fund/slip/1', year, serial])))
  return String(Number.parseInt(text.slice(0, 12), 16) % 10 ** markDigits).padStart(markDigits, '0')
}

/** What is known of a slip that was used: whoever has the database and a slip in the hand does not find it by it. */
const usedMark = ({ signer, hash, networkId }: SlipNeeds, digits: string): string =>
  hash(signer.mark(networkId, lengthPrefixed(['village-fund/slip-used/1', digits]))).slice(0, 32)

const inFours = (digits: string): string => digits.replaceAll(/(\d{4})(?=\d)/g, '$1 ')

/** So many slips of twelve digits, for one sheet; they are good until the end of next year. */
export const slipsFor = (needs: SlipNeeds, count: number): readonly string[] =>
  Array.from({ length: count }, () => {
    const serial = String(needs.random.below(10 ** serialDigits)).padStart(serialDigits, '0')
    return inFours(`${serial}${markOf(needs, serial, needs.today.slice(0, 4))}`)
  })

/** Whether what was typed is a slip that was not used today; asking uses it. */
export const takeSlip = async (needs: SlipNeeds, typed: string): Promise<boolean> => {
  const digits = typed.replaceAll(/\D/g, '')
  if (digits.length !== serialDigits + markDigits) return false
  const serial = digits.slice(0, serialDigits)
  const year = Number(needs.today.slice(0, 4))
  const isOurs = [year, year - 1].some(
    (one) => markOf(needs, serial, String(one)) === digits.slice(serialDigits),
  )
  if (!isOurs) return false
  const subject = `slip:${usedMark(needs, digits)}`
  const at = `${needs.today}T00:00:00.000Z`
  const taken = await needs.store.changeBudget(needs.networkId, subject, (before) =>
    takeSharedGuess(before, at, 1),
  )
  return taken.may === 'guess'
}
