import { latinDigits } from '#domain/kernel/money.ts'

/*
 * A number that whoever sends money writes beside it: a creditor reference of ISO 11649, which banks carry as it is. Two
 * digits of it are a check, so that a wrong one is seen; the rest is drawn from a secret, so that who reads a bank's list
 * learns of nobody.
 */

/**
 * Digits alone: they are on every phone and are read aloud in every language, and of digits the check sees each wrong one and
 * any two that changed places, which of letters amid digits it does not.
 */
const bodyLength = 12

/** A letter as ISO 11649 counts it: A is 10. */
const valueOf = (sign: string): string =>
  /\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 'A'.charCodeAt(0) + 10)

const remainderOf = (text: string): bigint => BigInt([...text].map(valueOf).join('')) % 97n

const lastCheck = 98n

/** The check digits of a body. */
const checkOf = (body: string): string =>
  String(lastCheck - remainderOf(`${body}RF00`)).padStart(2, '0')

/** Whether the check digits are those of the rest, whoever gave the reference. */
export const holds = (reference: string): boolean =>
  /^RF\d\d[0-9A-Z]{1,21}$/.test(reference) &&
  remainderOf(`${reference.slice(4)}${reference.slice(0, 4)}`) === 1n

/** A reference from a hash in hexadecimal: the same hash gives the same one, and nothing leads back. */
export const referenceFrom = (hex: string): string => {
  const body = String(BigInt(`0x${hex}`) % 10n ** BigInt(bodyLength)).padStart(bodyLength, '0')
  return `RF${checkOf(body)}${body}`
}

const referenceLength = bodyLength + 4
const group = 4

/** As it is read and typed: in groups of four. */
export const grouped = (reference: string): string =>
  reference.replaceAll(new RegExp(`(.{${group}})(?=.)`, 'g'), '$1 ')

/** What somebody typed of a reference, without what stands between. */
export const bareReference = (text: string): string =>
  latinDigits(text)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')

/** What a line of a bank says of references; banks drop or add what stands between. */
export type SaidReferences = {
  /** Those whose check holds, each once. */
  readonly sound: readonly string[]
  /** Something begins like a reference and does not hold. */
  readonly hasWrong: boolean
}

const begins = /^RF\d\d/

/** The references in what a line says. */
export const referencesIn = (text: string): SaidReferences => {
  const bare = bareReference(text)
  const sound = new Set<string>()
  let hasWrong = false
  for (let at = bare.indexOf('RF'); at >= 0; at = bare.indexOf('RF', at + 1)) {
    const one = bare.slice(at, at + referenceLength)
    if (!begins.test(one)) continue
    if (one.length === referenceLength && holds(one)) sound.add(one)
    else hasWrong = true
  }
  return { sound: [...sound], hasWrong }
}
