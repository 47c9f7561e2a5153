import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import { type Charter, productsAboveCap } from '#domain/fund/charter/charter.ts'
import type { OpeningBalances } from '#domain/fund/operations/founding.ts'
import type { Sex } from '#domain/fund/people/members.ts'
import type { Office } from '#domain/fund/people/tenures.ts'
import type { Hasher, Journal, Notes } from '#domain/ports.ts'
import type { Command } from '#domain/village.ts'
import type { Answer } from '#src/app/answer.ts'
import type { Recorder } from '#src/app/record.ts'
import type { Session } from '#src/app/standing.ts'

/** One of those who begin a fund: a card, an office, nothing that tells who it is. */
export type Founder = {
  readonly card: string
  readonly sex: Sex
  readonly zone: string
  readonly office: Office
}

/** A fund as it begins: its rules, what an older book leaves it, and its first officers. */
export type Founding = {
  /** Made with the form: the same form sent twice founds one fund. */
  readonly id: string
  readonly on: LocalDate
  readonly villageCode: string
  readonly charter: Charter
  readonly opening: OpeningBalances
  readonly officers: readonly Founder[]
  /** What its people call it; kept beside the journal. */
  readonly name?: string
}

type FoundingRefusal =
  /** The form has founded another fund than this one. */
  'id-used-for-another-command' | 'card-already-given' | 'rate-above-cap' | 'too-few-women'

export type Founded =
  | { readonly fundId: string; readonly wasHere: boolean; readonly answers: readonly Answer[] }
  | { readonly code: FoundingRefusal }
  | { readonly invalid: string; readonly at: string }

const idIn = (parts: readonly string[], hash: Hasher): string =>
  uuidOfHash(hash(lengthPrefixed([...parts])))

/** A network's forms found funds of its own: whoever sends another network's id reaches no fund of it. */
export const fundIdOfFounding = (networkId: string, id: string, hash: Hasher): string =>
  idIn([networkId, id, 'fund'], hash)

/** One command for the fund, two for each officer: all of them are recorded or none. */
const commandsOf = (fundId: string, founding: Founding, hash: Hasher): readonly Command[] => {
  const { on: effectiveOn, villageCode, charter, opening, officers } = founding
  const envelope = (place: string) => ({
    id: idIn([fundId, place], hash),
    v: 1 as const,
    effectiveOn,
  })
  return [
    { ...envelope('founding'), type: 'FoundFund', villageCode, charter, opening },
    ...officers.flatMap(({ card, sex, zone, office }, i): Command[] => {
      const memberId = idIn([fundId, 'member', String(i)], hash)
      return [
        {
          ...envelope(`admitted ${i}`),
          type: 'AdmitMember',
          memberId,
          card,
          sex,
          zone,
          isFormer: false,
        },
        { ...envelope(`appointed ${i}`), type: 'AppointOfficer', memberId, office },
      ]
    }),
  ]
}

/** Where in the founding a command's fault lies, as a JSON pointer. */
const placeOf = (command: number, at: string): string => {
  if (command === 0) return at
  const officer = Math.floor((command - 1) / 2)
  return `/officers/${officer}${at}`
}

/** Two must be there to write and to stand behind what is written. */
const needed: readonly Office[] = ['chair', 'record-keeper']

/** An older book may be as it is; a fund that begins keeps the law and its own women's seats from the first day. */
const refusalOf = (
  { charter, on }: Founding,
  answers: readonly Answer[],
): FoundingRefusal | undefined => {
  if (productsAboveCap(charter, on).length > 0) return 'rate-above-cap'
  if (answers.some((answer) => 'code' in answer)) return 'id-used-for-another-command'
  const isShort = answers.some((one) => 'flags' in one && one.flags.includes('too-few-women'))
  return isShort ? 'too-few-women' : undefined
}

/**
 * Founds a fund, all of it or nothing; with `dryRun` it only says what would happen. `fundId` may be known
 * already: the same founding again changes nothing.
 */
export const foundAFund = async (
  needs: {
    readonly record: Recorder
    readonly store: Pick<Journal, 'fundIds'> & Pick<Notes, 'keep'>
    readonly hash: Hasher
  },
  founding: Founding,
  options: Session & { readonly networkId: string; readonly dryRun: boolean },
): Promise<Founded> => {
  const { networkId, dryRun, ...by } = options
  if (!needed.every((office) => founding.officers.some((one) => one.office === office)))
    return { invalid: 'chair-and-record-keeper-needed', at: '/officers' }
  const { record, store, hash } = needs
  const fundId = fundIdOfFounding(networkId, founding.id, hash)
  const wasHere = (await store.fundIds()).includes(fundId)
  const commands = commandsOf(fundId, founding, hash)
  const tried = await record(fundId, commands, { ...by, atomic: true, dryRun: true })
  // Whoever has another's card is not admitted, and cannot be appointed either.
  const isGiven = tried.some((one) => 'code' in one && one.code === 'card-already-given')
  if (isGiven) return { code: 'card-already-given' }
  const unfit = tried.findIndex(({ outcome }) => outcome === 'invalid')
  const fault = tried[unfit]
  if (fault?.outcome === 'invalid') return { invalid: fault.code, at: placeOf(unfit, fault.at) }
  const code = refusalOf(founding, tried)
  if (code !== undefined) return { code }
  if (dryRun) return { fundId, wasHere, answers: tried }
  const answers = await record(fundId, commands, { ...by, atomic: true })
  if (founding.name !== undefined)
    await store.keep(fundId, [{ subject: 'fund', text: founding.name }])
  return { fundId, wasHere, answers }
}
