import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import { amountMax, latinDigits } from '#domain/kernel/money.ts'
import { crc32 } from '#domain/kernel/crc32.ts'

/*
 * How a meeting went as one text message of 160 signs, that any phone sends and anybody can type: upper case letters, digits,
 * points and a hyphen, which every network sends as one. Sums are in smallest units and in base 36; an empty place is nothing.
 */

/** What it says in figures, in this order for ever. All are sums but the first; `other` is what is in none, and may be below zero. */
export const meetingFigures = [
  'present',
  'opening',
  'savings',
  'repayments',
  'social',
  'fines',
  'gifts',
  'loans',
  'withdrawn',
  'support',
  'costs',
  'other',
  'closing',
] as const
export type MeetingFigure = (typeof meetingFigures)[number]

export type MeetingSaid = {
  /** The first six hexadecimal digits of the fund's id. */
  readonly fund: string
  readonly on: LocalDate
  readonly figures: Readonly<Record<MeetingFigure, number>>
  /** The entry that closed the meeting, and how its hash begins: twelve hexadecimal digits. */
  readonly seq: number
  readonly head: string
  /** The eight digits that were read aloud; of a meeting from paper there are none. */
  readonly code: string | undefined
}

/** As much as one text holds. */
export const textMax = 160

const mark = 'VM1'
const places = 3 + meetingFigures.length + 4
const checkLength = 4

const inBase36 = (value: number): string => (value === 0 ? '' : value.toString(36).toUpperCase())
const checkOf = (text: string): string =>
  (crc32(new TextEncoder().encode(text)) % 36 ** checkLength)
    .toString(36)
    .toUpperCase()
    .padStart(checkLength, '0')

/** The text of a meeting, never longer than `textMax`. */
export const meetingText = ({ fund, on, figures, seq, head, code }: MeetingSaid): string => {
  const said = [
    mark,
    fund.toUpperCase(),
    on.slice(2).replaceAll('-', ''),
    ...meetingFigures.map((name) => inBase36(figures[name])),
    inBase36(seq),
    inBase36(Number.parseInt(head, 16)),
    code === undefined ? '-' : inBase36(Number(code)),
  ].join('.')
  return `${said}.${checkOf(said)}`
}

const numberIn = (text: string, max: number): number | undefined => {
  if (text === '') return 0
  if (!/^-?[\dA-Z]{1,10}$/.test(text)) return undefined
  const value = Number.parseInt(text, 36)
  return Math.abs(value) <= max ? value : undefined
}

const dayIn = (text: string): LocalDate | undefined => {
  const day = `20${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4)}`
  return /^\d{6}$/.test(text) && isLocalDate(day) ? day : undefined
}

/** More entries than a fund ever has. */
const seqMax = 36 ** 5 - 1
const headMax = 16 ** 12 - 1
const codeMax = 99_999_999

/** The parts of a text that was typed in; undefined where it is none, or a sign of it is wrong. */
const partsIn = (typed: string): readonly string[] | undefined => {
  const text = latinDigits(typed).replaceAll(/\s/g, '').toUpperCase()
  const parts = text.split('.')
  const said = text.slice(0, -(checkLength + 1))
  const isOurs = parts[0] === mark && parts.length === places && checkOf(said) === parts.at(-1)
  return isOurs ? parts : undefined
}

/**
 * Reads a text that was typed in, in small letters, with blanks or Khmer digits if need be; undefined where it is none, or a
 * sign of it is wrong.
 */
export const meetingSaidIn = (typed: string): MeetingSaid | undefined => {
  const [, fund = '', day = '', ...rest] = partsIn(typed) ?? []
  const [seqText = '', headText = '', codeText = ''] = rest.slice(meetingFigures.length)
  const on = dayIn(day)
  const sums = meetingFigures.map((_, i) => numberIn(rest[i] ?? '', amountMax))
  const [seq, head] = [numberIn(seqText, seqMax), numberIn(headText, headMax)]
  const code = numberIn(codeText === '-' ? '' : codeText, codeMax)
  const numbers = [...sums, seq, head, code].filter((one) => one !== undefined)
  const isWhole = numbers.length === sums.length + 3 && /^[\dA-F]{6}$/.test(fund)
  if (!isWhole || on === undefined) return undefined
  const figures = Object.fromEntries(meetingFigures.map((name, i) => [name, numbers[i]!]))
  return {
    fund: fund.toLowerCase(),
    on,
    figures: figures as Record<MeetingFigure, number>,
    seq: seq!,
    head: head!.toString(16).padStart(12, '0'),
    code: codeText === '-' ? undefined : String(code).padStart(8, '0'),
  }
}
