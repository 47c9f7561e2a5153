import { latinDigits } from '#domain/kernel/money.ts'
import { faultIn } from '#domain/kernel/shape.ts'
import { type Province, provinces } from '#domain/network/places.ts'
import { type ReportKind, reportKinds, reportMonth } from '#domain/network/watch/report.ts'
import { letterMax, letterText } from '#src/app/box.ts'
import {
  type Field,
  choiceField,
  choicesOf,
  fileField,
  lineField,
  linesField,
  tickField,
} from '#src/desk/fields.ts'
import type { Typed } from '#src/http/form-pages.ts'
import type { Language } from '#src/words/catalogue.ts'
import { directoryWords, reportIntakeWords } from '#src/words/words.ts'

export const reportTextMax = letterMax
const lineMax = 200
const anywhere = 'anywhere'

/** A month in either script, or nothing. */
const monthIn = (typed: string): string | undefined => {
  const month = latinDigits(typed)
  return faultIn({ month: reportMonth }, { month }) === undefined ? month : undefined
}

/** A line without signs that no keyboard types. */
export const plainLine = (typed: string): string | undefined =>
  typed.length <= lineMax ? letterText(`...${typed}`)?.slice(3) : undefined

const whatFields = (language: Language): readonly Field[] => {
  const words = reportIntakeWords.in(language)
  return [
    choiceField({
      name: 'kind',
      label: words.kind,
      choices: choicesOf(reportKinds, (kind) => words[`kind_${kind}`]),
      fault: words.choose,
      as: 'radios',
    }),
    lineField({
      name: 'about',
      label: words.about,
      hint: words.aboutHint,
      rule: plainLine,
      fault: words.reachFault,
      lengthMax: lineMax,
      isOptional: true,
      keepsTyped: true,
    }),
    linesField({
      name: 'text',
      label: words.text,
      hint: words.textHint(reportTextMax),
      rule: letterText,
      fault: words.textFault(reportTextMax),
      lengthMax: reportTextMax,
    }),
  ]
}

const whereFields = (language: Language): readonly Field[] => {
  const words = reportIntakeWords.in(language)
  const placed = directoryWords.in(language)
  return [
    lineField({
      name: 'month',
      label: words.month,
      hint: words.monthHint,
      rule: monthIn,
      fault: words.monthFault,
      lengthMax: 7,
      isOptional: true,
      keepsTyped: true,
    }),
    choiceField({
      name: 'province',
      label: words.province,
      choices: [
        { value: anywhere, label: words.anywhere },
        ...choicesOf(provinces, (one) => placed[`province_${one}`]),
      ],
      fault: words.choose,
    }),
    fileField({
      name: 'files',
      label: words.files,
      hint: words.filesHint,
      accept: 'image/jpeg,image/png,application/pdf,audio/*',
      isSeveral: true,
    }),
  ]
}

const wishFields = (language: Language): readonly Field[] => {
  const words = reportIntakeWords.in(language)
  return [
    tickField({
      name: 'counted',
      label: words.mayBeCounted,
      said: words.mayBeCounted,
      group: words.wishes,
    }),
    tickField({
      name: 'asked',
      label: words.mayBeAsked,
      said: words.mayBeAsked,
      group: words.wishes,
    }),
    lineField({
      name: 'reach',
      label: words.reach,
      hint: words.reachHint,
      rule: plainLine,
      fault: words.reachFault,
      lengthMax: lineMax,
      isOptional: true,
      keepsTyped: true,
    }),
  ]
}

/** All that is asked of whoever tells something: of none of it but what happened. */
export const reportFields = (language: Language): readonly Field[] => [
  ...whatFields(language),
  ...whereFields(language),
  ...wishFields(language),
]

export const reportPrefilled = { province: anywhere } as const
/** Fields that take lines, or that a long line is given back in. */
export const reportLines = ['text', 'about', 'reach', 'month'] as const

/** What a form of a report says. */
export const saidIn = (of: Typed) => {
  const province = provinces.find((one: Province) => one === of('province'))
  return {
    kind: of('kind') as ReportKind,
    about: of('about'),
    text: of('text'),
    ...(of('month') === '' ? {} : { month: of('month') }),
    ...(province && { province }),
    mayBeCounted: of('counted') === 'yes',
    mayBeAsked: of('asked') === 'yes',
    reach: of('reach'),
  }
}
