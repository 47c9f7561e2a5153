import type { NetworkCommand } from '#domain/network.ts'
import { type Province, provinces, spokenLanguages } from '#domain/network/places.ts'
import { lineMax, nameMax } from '#domain/network/public-texts.ts'
import {
  capacities,
  registrations,
  serviceSays,
  serviceStandards,
} from '#domain/network/directory.ts'
import { serviceKinds } from '#domain/network/service-kinds.ts'
import { type Field, choiceField, choicesOf } from '#src/desk/fields.ts'
import { dateField } from '#src/desk/day-fields.ts'
import {
  countryField,
  languageTicks,
  phoneLine,
  shapeLine,
  tickedOf,
  ticksOf,
  unlessEmpty,
} from '#src/http/directory/said-fields.ts'
import type { Typed } from '#src/http/form-pages.ts'
import type { Language } from '#src/words/catalogue.ts'
import { numbersWords, directoryWords } from '#src/words/words.ts'

/** Serves the whole country. */
export const allProvinces = 'all'
/** What is not known is not said. */
export const unknown = 'unknown'

/** One of several, or not known. */
const knownField = <Value extends string>(
  name: string,
  {
    values,
    label,
    said,
    fault,
  }: {
    readonly values: readonly Value[]
    readonly label: string
    readonly said: (value: Value | typeof unknown) => string
    readonly fault: string
  },
): Field =>
  choiceField({ name, label, choices: choicesOf([unknown, ...values] as const, said), fault })

const whatFields = (language: Language): readonly Field[] => {
  const words = directoryWords.in(language)
  const {
    choose,
    'name-unreadable': nameFault,
    'phone-unreadable': phoneFault,
  } = numbersWords.in(language)
  return [
    choiceField({
      name: 'kind',
      label: words.kind,
      choices: choicesOf(serviceKinds, (kind) => words[`kind_${kind}`]),
      fault: choose,
    }),
    shapeLine({
      name: 'name',
      label: words.name,
      hint: words.nameHint,
      shape: serviceSays.name,
      fault: nameFault,
      lengthMax: nameMax,
    }),
    shapeLine({
      name: 'does',
      label: words.does,
      hint: words.doesHint,
      shape: serviceSays.does,
      fault: words['does-unreadable'],
      lengthMax: lineMax,
    }),
    phoneLine({
      name: 'phone',
      label: words.phone,
      hint: words.phoneHint,
      shape: serviceSays.phone,
      fault: phoneFault,
    }),
  ]
}

const whereFields = (language: Language): readonly Field[] => {
  const words = directoryWords.in(language)
  const { choose } = numbersWords.in(language)
  return [
    countryField(language),
    choiceField({
      name: 'province',
      label: words.province,
      hint: words.provinceHint,
      choices: choicesOf([allProvinces, ...provinces] as const, (one) =>
        one === allProvinces ? words.wholeCountry : words[`province_${one}`],
      ),
      fault: choose,
    }),
    shapeLine({
      name: 'address',
      label: words.address,
      hint: words.addressHint,
      shape: serviceSays.address,
      fault: words['address-unreadable'],
      lengthMax: lineMax,
      isOptional: true,
    }),
  ]
}

const moreFields = (language: Language): readonly Field[] => {
  const words = directoryWords.in(language)
  const { choose } = numbersWords.in(language)
  return [
    knownField('capacity', {
      values: capacities,
      label: words.capacity,
      said: (one) => words[`capacity_${one}`],
      fault: choose,
    }),
    knownField('registration', {
      values: registrations,
      label: words.registration,
      said: (one) => words[`registration_${one}`],
      fault: choose,
    }),
    dateField(
      { language },
      {
        name: 'registeredOn',
        label: words.registeredOn,
        hint: words.registeredOnHint,
        fault: words.registeredOnMissing,
        isOptional: true,
      },
    ),
    ...ticksOf('standard', {
      values: serviceStandards,
      label: (one) => words[`standard_${one}`],
      fold: words.standards,
    }),
    ...languageTicks(language),
  ]
}

/** All that is asked of a service. */
export const serviceFields = (language: Language): readonly Field[] => [
  ...whatFields(language),
  ...whereFields(language),
  ...moreFields(language),
]

type Said = Omit<
  Extract<NetworkCommand, { type: 'ProposeService' }>,
  'id' | 'v' | 'type' | 'effectiveOn' | 'serviceId'
>

/** What a form says of a service. */
export const serviceIn = (of: Typed): Said => {
  const capacity = capacities.find((one) => one === of('capacity'))
  const status = registrations.find((one) => one === of('registration'))
  return {
    kind: of('kind') as Said['kind'],
    name: of('name'),
    country: of('country') as Said['country'],
    ...(of('province') === allProvinces ? {} : { province: of('province') as Province }),
    does: of('does'),
    standards: tickedOf('standard', serviceStandards, of),
    ...(status && { registration: { status, on: of('registeredOn') } }),
    ...(capacity && { capacity }),
    languages: tickedOf('language', spokenLanguages, of),
    phone: of('phone'),
    ...unlessEmpty('address', of('address')),
  }
}
