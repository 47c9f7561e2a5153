import {
  type Nominee,
  isPersonName,
  kinshipOf,
  nomineeShares,
  nomineesMax,
} from '#domain/fund/people/particulars.ts'
import { type KinIs, declaredOf, kinshipWith } from '#src/app/members/particulars.ts'
import { note } from '#src/app/activity.ts'
import { type Field, choiceField, choicesOf, lineField } from '#src/desk/fields.ts'
import { note as told } from '#src/desk/content.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import type { Typed } from '#src/http/form-pages.ts'
import { whatWasDone } from '#src/http/people/person.ts'
import { nameLengthMax, personForm } from '#src/http/people/person-form.ts'
import {
  type PersonVisit,
  aboutPerson,
  behindPerson,
  noteAllNames,
  practiceIn,
} from '#src/http/people/visit.ts'
import { secondQuestion } from '#src/pages/forms/second.ts'
import { type KinSummary, familyPage, kinLine } from '#src/pages/people/member-pages.ts'
import { choiceOf } from '#src/pages/people/parts.ts'

const languageOf = ({ context }: PersonVisit) => ({ language: context.get('language') })

const nomineesOf = async ({
  context,
  fundId,
  memberId,
}: PersonVisit): Promise<readonly Nominee[]> =>
  (await context.get('needs').store.nominees(fundId)).filter((one) => one.memberId === memberId)

type KinListed = KinSummary & { readonly key: string }

/** Kin who were declared, each with a key to choose it by. */
const kinOfMember = async (visit: PersonVisit): Promise<readonly KinListed[]> => {
  const { context, fundId, memberId, people } = visit
  const kin = await context.get('needs').store.kinships(fundId)
  return declaredOf(kin, memberId).flatMap(({ otherId, is }) => {
    const other = people.find((one) => one.memberId === otherId)
    return other ? [{ other, is, key: `${is}:${otherId}` }] : []
  })
}

export const family = aboutPerson(async (visit) => {
  const { context, people, person } = visit
  const nominees = (await nomineesOf(visit)).map(({ name, nomineeId, share }) => ({
    name,
    share,
    member: people.find(({ memberId }) => memberId === nomineeId),
  }))
  const kin = await kinOfMember(visit)
  const at = await behindPerson(visit)
  return context.html(familyPage(at, { person, nominees, kin, done: whatWasDone(context) }))
})

const othersThan = (visit: PersonVisit) =>
  visit.people
    .filter(({ memberId }) => memberId !== visit.memberId)
    .map((one) => ({ value: one.memberId, label: choiceOf(languageOf(visit), one) }))

const places = Array.from({ length: nomineesMax }, (_, i) => i + 1)

const nomineeFields = (visit: PersonVisit, place: number): readonly Field[] => {
  const { words } = visit
  const group = words.nominee(place)
  return [
    lineField({
      name: `name${place}`,
      label: words.nomineeName(place),
      rule: (name) => (isPersonName(name) ? name : undefined),
      fault: words.nomineeOdd,
      lengthMax: nameLengthMax,
      isOptional: true,
      group,
    }),
    choiceField({
      name: `member${place}`,
      label: words.nomineeCard(place),
      choices: othersThan(visit),
      fault: (text) => (text === visit.memberId ? words.nomineeSelf : words.nomineeOdd),
      isOptional: true,
      group,
    }),
    choiceField({
      name: `share${place}`,
      label: words.nomineeShare(place),
      choices: choicesOf(nomineeShares, (share) => words[`share_${share}`]),
      fault: words.nomineeOdd,
      isOptional: true,
      group,
    }),
  ]
}

/** A line of the form: nobody, somebody by name or by card, or neither of them. */
const nomineeIn = (
  { fundId, memberId }: PersonVisit,
  of: Typed,
  place: number,
): Nominee | 'nobody' | 'odd' => {
  const [name, nomineeId] = [of(`name${place}`), of(`member${place}`)]
  const share = nomineeShares.find((one) => one === of(`share${place}`))
  if (name === '' && nomineeId === '' && share === undefined) return 'nobody'
  if ((name === '') === (nomineeId === '') || share === undefined) return 'odd'
  return {
    fundId,
    memberId,
    place,
    name: name || undefined,
    nomineeId: nomineeId || undefined,
    share,
  }
}

/** Who has somebody's savings, and who steps out of whose votes, is written by two officers. */
const secondOn = ({ context }: PersonVisit) =>
  secondQuestion(context.get('language'), practiceIn(context))

/** Writes the second officer's part into the log, beside the line of the first. */
export const noteSecond = (
  { context, fundId, memberId }: PersonVisit,
  userId: string,
  action: 'keep-family' | 'erase-person',
): Promise<void> =>
  note(context.get('needs'), {
    scope: fundId,
    actor: userId,
    device: context.get('caller')!.by.device,
    action,
    subject: `member:${memberId}`,
    outcome: 'done',
  })

/** Who is to have a member's savings. */
export const nominees = personForm<{ readonly before: readonly Nominee[] }>({
  act: 'nominees',
  rule: 'keep-family',
  isOfFamily: true,
  more: async (visit) => ({ before: await nomineesOf(visit) }),
  look: noteAllNames,
  form: (visit) => ({
    shown: 'house',
    heading: visit.words.nomineesHeading,
    told: [told(visit.words.nomineesLead), ...secondOn(visit).told],
    fields: [...places.flatMap((place) => nomineeFields(visit, place)), ...secondOn(visit).fields],
    prefilled: Object.fromEntries(
      visit.before.flatMap(({ name = '', nomineeId = '', share }, i) => [
        [`name${i + 1}`, name],
        [`member${i + 1}`, nomineeId],
        [`share${i + 1}`, share],
      ]),
    ),
    submit: visit.words.save,
  }),
  take: async (visit, of) => {
    const { context, fundId, memberId, words } = visit
    const lines = places.map((place) => nomineeIn(visit, of, place))
    const odd = places.filter((_, i) => lines[i] === 'odd')
    if (odd.length > 0)
      return { faults: new Map(odd.map((place) => [`name${place}`, words.nomineeOdd])) }
    const second = await askSecond(context, of, { action: 'keep-family', memberId })
    if ('fault' in second) return { ...second, status: 403 }
    const named = lines
      .filter((line) => typeof line !== 'string')
      .map((nominee, i) => ({ ...nominee, place: i + 1 }))
    await noteSecond(visit, second.userId, 'keep-family')
    await context.get('needs').store.keepNominees(fundId, memberId, named)
    return 'saved'
  },
})

/** What somebody can be declared to be, as it is said of the other. */
const kinChoices = [
  'spouse',
  'parent',
  'child',
  'sibling',
  'in-law',
  'same-household',
] as const satisfies readonly KinIs[]

/** Who is kin, and what that person is. */
export const kin = personForm({
  act: 'kin',
  rule: 'keep-family',
  isOfFamily: true,
  look: noteAllNames,
  form: (visit) => {
    const { words, person } = visit
    return {
      shown: 'house',
      heading: words.toKin,
      told: [told(words.kinLead(person.card)), told(words.kinMeaning), ...secondOn(visit).told],
      fields: [
        choiceField({
          name: 'other',
          label: words.kinWho,
          choices: othersThan(visit),
          fault: words.kinOdd,
        }),
        choiceField({
          name: 'is',
          label: words.kinWhat,
          choices: choicesOf(kinChoices, (is) => words[`kin_${is}`]),
          fault: words.kinOdd,
        }),
        ...secondOn(visit).fields,
      ],
      submit: words.save,
    }
  },
  take: async (visit, of) => {
    const { context, fundId, memberId } = visit
    const { store, clock } = context.get('needs')
    const second = await askSecond(context, of, { action: 'keep-family', memberId })
    if ('fault' in second) return { ...second, status: 403 }
    await noteSecond(visit, second.userId, 'keep-family')
    const declared = kinshipOf(kinshipWith(memberId, of('other'), of('is') as KinIs))
    await store.keepKinships(fundId, [{ ...declared, fundId, declaredAt: clock() }])
    return 'saved'
  },
})

/** Which declaration is taken back, by two officers. */
export const endKin = personForm<{ readonly listed: readonly KinListed[] }>({
  act: 'kin/end',
  rule: 'keep-family',
  isOfFamily: true,
  more: async (visit) => ({ listed: await kinOfMember(visit) }),
  form: (visit) => {
    const { words, listed } = visit
    const second = secondOn(visit)
    return {
      shown: 'house',
      heading: words.endKinHeading,
      told: [told(words.endKinLead), ...second.told],
      fields: [
        choiceField({
          name: 'which',
          label: words.endKinWhich,
          choices: listed.map((one) => ({
            value: one.key,
            label: kinLine(languageOf(visit), one),
          })),
          fault: words.kinOdd,
        }),
        ...second.fields,
      ],
      submit: words.endKinButton,
    }
  },
  take: async (visit, of) => {
    const { context, fundId, memberId } = visit
    const ended = visit.listed.find(({ key }) => key === of('which'))!
    const second = await askSecond(context, of, { action: 'keep-family', memberId })
    if ('fault' in second) return { ...second, status: 403 }
    const kinship = kinshipOf(kinshipWith(memberId, ended.other.memberId, ended.is))
    await noteSecond(visit, second.userId, 'keep-family')
    await context.get('needs').store.dropKinship({ ...kinship, fundId })
    return 'saved'
  },
})
