import { html } from 'hono/html'
import { nomineeShares, nomineesMax } from '#domain/fund/particulars.ts'
import {
  type PracticeSecond,
  practiceSecondPart,
  secondFields,
} from '#src/pages/entrance/second-part.ts'
import type { Html } from '#src/pages/layout.ts'
import { type Typed, typedAgain } from '#src/pages/network/parts.ts'
import {
  type Asked,
  type Choice,
  formPage,
  listField,
  nameLengthMax,
  textField,
} from '#src/pages/people/form-parts.ts'
import { type KinTold, kinLine } from '#src/pages/people/member-pages.ts'
import {
  type PeopleAt,
  type PersonShown,
  choiceOf,
  peoplePath,
  wordsAt,
} from '#src/pages/people/parts.ts'

const again = (typed: Typed | undefined, name: string, before: string | undefined): string =>
  typedAgain(typed, { name, maxLength: nameLengthMax }) ?? before ?? ''

/** Asks how a member is called. */
export const namePage = (at: PeopleAt, asked: Asked): Html => {
  const words = wordsAt(at)
  const { person, typed } = asked
  const { memberId, name } = person
  return formPage(at, asked, {
    shown: 'person',
    heading: words.toName,
    lead: [words.nameLead],
    action: peoplePath.person(at, memberId, 'name'),
    safe: peoplePath.person(at, memberId),
    submit: words.save,
    fields: html`${textField({
      name: 'khmer',
      label: words.khmerName,
      hint: words.khmerHint,
      value: again(typed, 'khmer', name?.khmer),
      isKhmer: true,
    })}
    ${textField({
      name: 'latin',
      label: words.latinName,
      hint: words.latinHint,
      value: again(typed, 'latin', name?.latin),
    })}`,
  })
}

/** Asks for a picture. */
export const photoPage = (at: PeopleAt, asked: Asked): Html => {
  const words = wordsAt(at)
  const { memberId } = asked.person
  return formPage(at, asked, {
    shown: 'person',
    heading: words.toPhoto,
    lead: [words.photoLead],
    action: peoplePath.person(at, memberId, 'photo'),
    safe: peoplePath.person(at, memberId),
    submit: words.save,
    isFile: true,
    fields: html`<div class="field">
      <label for="photo">${words.photoFile}</label>
      <input
        id="photo"
        name="photo"
        type="file"
        accept="image/jpeg,image/png,image/webp"
        required
      />
    </div>`,
  })
}

type NomineeBefore = {
  readonly name: string | undefined
  readonly nomineeId: string | undefined
  readonly share: string
}

const others = (at: PeopleAt, people: readonly PersonShown[], memberId: string): Choice[] =>
  people
    .filter((one) => one.memberId !== memberId)
    .map((one) => ({ value: one.memberId, label: choiceOf(at, one) }))

/** Asks who is to have a member's savings. */
export const nomineesPage = (
  at: PeopleAt,
  {
    before,
    people,
    ...asked
  }: Asked & {
    readonly before: readonly NomineeBefore[]
    readonly people: readonly PersonShown[]
  },
): Html => {
  const words = wordsAt(at)
  const { person, typed } = asked
  const members = others(at, people, person.memberId)
  const shares = nomineeShares.map((share) => ({ value: share, label: words[`share_${share}`] }))
  const row = (_: unknown, i: number): Html => {
    const place = i + 1
    const was = before[i]
    return html`<fieldset class="nominee">
      <legend>${words.nominee(place)}</legend>
      ${textField({
        name: `name${place}`,
        label: words.nomineeName(place),
        value: again(typed, `name${place}`, was?.name),
      })}
      ${listField({
        name: `member${place}`,
        label: words.nomineeCard(place),
        none: words.nobody,
        choices: members,
        chosen: typed?.(`member${place}`) ?? was?.nomineeId ?? '',
      })}
      ${listField({
        name: `share${place}`,
        label: words.nomineeShare(place),
        none: words.pleaseChoose,
        choices: shares,
        chosen: typed?.(`share${place}`) ?? was?.share ?? '',
      })}
    </fieldset>`
  }
  return formPage(at, asked, {
    shown: 'house',
    heading: words.nomineesHeading,
    lead: [words.nomineesLead],
    action: peoplePath.person(at, person.memberId, 'nominees'),
    safe: peoplePath.person(at, person.memberId, 'family'),
    submit: words.save,
    fields: html`${Array.from({ length: nomineesMax }, row)}`,
  })
}

/** What somebody can be declared to be, as it is said of the other. */
export const kinChoices = [
  'spouse',
  'parent',
  'child',
  'sibling',
  'in-law',
  'same-household',
] as const satisfies readonly KinTold['is'][]

/** Asks who is kin, and what that person is. */
export const kinPage = (
  at: PeopleAt,
  { people, ...asked }: Asked & { readonly people: readonly PersonShown[] },
): Html => {
  const words = wordsAt(at)
  const { person, typed } = asked
  const { memberId, card } = person
  return formPage(at, asked, {
    shown: 'house',
    heading: words.toKin,
    lead: [words.kinLead(card), words.kinMeaning],
    action: peoplePath.person(at, memberId, 'kin'),
    safe: peoplePath.person(at, memberId, 'family'),
    submit: words.save,
    fields: html`${listField({
      name: 'other',
      label: words.kinWho,
      none: words.pleaseChoose,
      choices: others(at, people, memberId),
      chosen: typed?.('other') ?? '',
    })}
    ${listField({
      name: 'is',
      label: words.kinWhat,
      none: words.pleaseChoose,
      choices: kinChoices.map((is) => ({ value: is, label: words[`kin_${is}`] })),
      chosen: typed?.('is') ?? '',
    })}`,
  })
}

/** A form that two officers stand behind. */
export type AskedOfTwo = Asked & { readonly practice: PracticeSecond }

/** Asks which declaration is taken back. */
export const endKinPage = (
  at: PeopleAt,
  {
    kin,
    practice,
    ...asked
  }: AskedOfTwo & { readonly kin: readonly (KinTold & { readonly key: string })[] },
): Html => {
  const words = wordsAt(at)
  const { memberId } = asked.person
  return formPage(at, asked, {
    shown: 'house',
    heading: words.endKinHeading,
    lead: [words.endKinLead, practiceSecondPart(at.language, practice)],
    action: peoplePath.endKin(at, memberId),
    safe: peoplePath.person(at, memberId, 'family'),
    submit: words.endKinButton,
    fields: html`${listField({
      name: 'which',
      label: words.endKinWhich,
      none: words.pleaseChoose,
      choices: kin.map((one) => ({ value: one.key, label: kinLine(at, one) })),
      chosen: asked.typed?.('which') ?? '',
    })}
    ${secondFields(at.language)}`,
  })
}
