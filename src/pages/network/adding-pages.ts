import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { staffRoles } from '#domain/access/roles.ts'
import { field } from '#src/pages/entrance/parts.ts'
import type { PracticeSecond } from '#src/pages/entrance/second-part.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import {
  type Choice,
  type FormTold,
  type Typed,
  choiceField,
  formPage,
  lastDayFields,
  tickField,
  typedAgain,
} from '#src/pages/network/parts.ts'
import { pathOf } from '#src/pages/network/people-pages.ts'
import type { Language } from '#src/words/catalogue.ts'
import { entranceWords, networkWords, potWords } from '#src/words/words.ts'

const safeOf = (language: Language) => ({
  href: '/network',
  label: networkWords.in(language).leaveIt,
})

const textField = (
  asked: { name: string; label: string; hint: string; maxLength: number },
  typed: Typed | undefined,
): Html => field({ ...asked, value: typedAgain(typed, asked) })

/** The name that somebody is to sign in with. */
export const newLoginField = (
  language: Language,
  name: 'login' | 'newLogin',
  typed: Typed | undefined,
): Html => {
  const words = networkWords.in(language)
  return textField({ name, label: words.newLogin, hint: words.newLoginHint, maxLength: 60 }, typed)
}

const roleField = (language: Language, typed: Typed | undefined): Html =>
  choiceField(language, {
    name: 'role',
    label: networkWords.in(language).task,
    choices: staffRoles.map((role) => ({
      value: role,
      label: entranceWords.in(language).roleName(role),
    })),
    typed,
  })

const deviceField = (
  language: Language,
  { mayEnrol, typed }: FormTold & { readonly mayEnrol: boolean },
): Html | string =>
  mayEnrol ? tickField({ name: 'device', label: networkWords.in(language).alsoDevice }, typed) : ''

/** Another one of the staff stands behind what gives power; in practice the page tells who that is. */
export type SecondOfStaff = { readonly practice: PracticeSecond }
type OfTwo = { readonly second: SecondOfStaff | undefined }

/** Where the second one of the staff gives the own name and secret; nothing where the network has nobody else. */
const secondPart = (language: Language, second: SecondOfStaff | undefined): Html | string => {
  if (second === undefined) return ''
  const words = potWords.in(language)
  const { practice } = second
  return html`<p>${networkWords.in(language).secondOfStaff}</p>
    ${
      practice === undefined
        ? ''
        : html`<p class="mark">${words.practiceOther(practice.login, practice.pin)}</p>`
    }
    ${field({ name: 'secondLogin', label: words.second, maxLength: 60 })}
    ${field({ name: 'secret', label: words.secret, type: 'password', maxLength: 200 })}`
}

/** Somebody of the network's staff: a name, a task, and the last day of it. */
export const addStaffPage = (
  frame: PageFrame,
  told: FormTold & OfTwo & { readonly lastDay: LocalDate; readonly mayEnrol: boolean },
): Html => {
  const { language } = frame
  const words = networkWords.in(language)
  return formPage(frame, told, {
    shown: 'person',
    heading: words.addStaffHeading,
    lead: [words.addStaffLead],
    action: '/network/add/staff',
    safe: safeOf(language),
    submit: words.addButton,
    fields: html`${newLoginField(language, 'login', told.typed)} ${roleField(language, told.typed)}
    ${lastDayFields(language, told.lastDay, told.typed)} ${deviceField(language, told)}
    ${secondPart(language, told.second)}`,
  })
}

/** A member of a fund whose officers cannot give logins themselves yet. */
export const addMemberPage = (
  frame: PageFrame,
  told: FormTold & { readonly funds: readonly Choice[]; readonly mayEnrol: boolean },
): Html => {
  const { language } = frame
  const { typed } = told
  const words = networkWords.in(language)
  return formPage(frame, told, {
    shown: 'card',
    heading: words.addMemberHeading,
    lead: [words.addMemberLead],
    action: '/network/add/member',
    safe: safeOf(language),
    submit: words.addButton,
    fields: html`${newLoginField(language, 'login', typed)}
    ${choiceField(language, { name: 'fund', label: words.fund, choices: told.funds, typed })}
    ${textField({ name: 'card', label: words.cardNumber, hint: words.cardNumberHint, maxLength: 40 }, typed)}
    ${deviceField(language, told)}`,
  })
}

type OfPerson = FormTold & {
  readonly userId: string
  readonly login: string
  readonly id: string
}

const formOfPerson = (
  frame: PageFrame,
  told: OfPerson,
  text: {
    readonly act: 'appoint' | 'dismiss' | 'assign' | 'end-assignment'
    readonly shown: 'person' | 'glass' | 'stop'
    readonly heading: string
    readonly lead: readonly string[]
    readonly submit: string
    readonly fields: Html
  },
): Html =>
  formPage(frame, told, {
    ...text,
    lead: [html`<bdi><strong>${told.login}</strong></bdi>`, ...text.lead],
    action: pathOf(told, text.act),
    safe: { href: pathOf(told), label: networkWords.in(frame.language).leaveIt },
    id: told.id,
  })

export const appointPage = (
  frame: PageFrame,
  told: OfPerson & OfTwo & { readonly lastDay: LocalDate },
): Html => {
  const { language } = frame
  const words = networkWords.in(language)
  return formOfPerson(frame, told, {
    act: 'appoint',
    shown: 'person',
    heading: words.appointHeading,
    lead: [words.appointLead],
    submit: words.appointButton,
    fields: html`${roleField(language, told.typed)}
    ${lastDayFields(language, told.lastDay, told.typed)} ${secondPart(language, told.second)}`,
  })
}

export const dismissPage = (
  frame: PageFrame,
  told: OfPerson & { readonly tasks: readonly Choice[] },
): Html => {
  const { language } = frame
  const words = networkWords.in(language)
  return formOfPerson(frame, told, {
    act: 'dismiss',
    shown: 'stop',
    heading: words.dismissHeading,
    lead: [words.dismissLead],
    submit: words.dismissButton,
    fields: choiceField(language, {
      name: 'role',
      label: words.task,
      choices: told.tasks,
      typed: told.typed,
    }),
  })
}

export const assignPage = (
  frame: PageFrame,
  told: OfPerson & OfTwo & { readonly funds: readonly Choice[]; readonly lastDay: LocalDate },
): Html => {
  const { language } = frame
  const { funds: choices, typed } = told
  const words = networkWords.in(language)
  return formOfPerson(frame, told, {
    act: 'assign',
    shown: 'glass',
    heading: words.assignHeading,
    lead: [words.assignLead, words.fundMustLetIn],
    submit: words.assignButton,
    fields: html`${choiceField(language, { name: 'fund', label: words.fund, choices, typed })}
    ${lastDayFields(language, told.lastDay, typed)} ${secondPart(language, told.second)}`,
  })
}

export const endAssignmentPage = (
  frame: PageFrame,
  told: OfPerson & { readonly funds: readonly Choice[] },
): Html => {
  const { language } = frame
  const words = networkWords.in(language)
  return formOfPerson(frame, told, {
    act: 'end-assignment',
    shown: 'stop',
    heading: words.endAssignmentHeading,
    lead: [words.endAssignmentLead],
    submit: words.endAssignmentButton,
    fields: choiceField(language, {
      name: 'fund',
      label: words.fund,
      choices: told.funds,
      typed: told.typed,
    }),
  })
}
