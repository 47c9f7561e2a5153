import { html } from 'hono/html'
import { isUuid } from '#domain/kernel/ids.ts'
import { type StaffRole, isStaffRole, staffRoles } from '#domain/access/roles.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { isOfTwoStaff } from '#src/app/identity/staff-second.ts'
import { type Choice, type Field, choiceField, choicesOf } from '#src/desk/fields.ts'
import type { Picture } from '#src/desk/pictures.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed, formPages } from '#src/http/form-pages.ts'
import { decideInNetwork, envelopeOf, formIdIn, refusalSaid } from '#src/http/network/deciding.ts'
import { lastDayField } from '#src/http/network/last-day.ts'
import { type StaffVisit, staffForm } from '#src/http/network/people.ts'
import { assignedTo, networkOffice, personSummary } from '#src/http/network/persons.ts'
import { inAYear, wordsOf } from '#src/http/network/place.ts'
import { staffSecondFields, secondGiven } from '#src/http/network/second.ts'
import type { Pages } from '#src/http/page.ts'
import type { FormText } from '#src/pages/forms/form.ts'
import type { NetworkWords } from '#src/words/en/network.ts'
import { entranceWords } from '#src/words/words.ts'

/** A task of the staff, or one of those that somebody has; what ended in the meantime is for the network to refuse. */
export const roleField = (context: HttpContext, held: readonly StaffRole[] = staffRoles): Field => {
  const { task: label, roleWrong: fault } = wordsOf(context)
  const choices = choicesOf(held, entranceWords.in(context.get('language')).roleName)
  return {
    ...choiceField({ name: 'role', label, choices, fault }),
    read: (text) => (isStaffRole(text) ? { text } : { fault }),
  }
}

/** A fund of a list; here too what is no longer in it is for the network to refuse. */
export const fundField = (context: HttpContext, choices: readonly Choice[]): Field => {
  const { fund: label, fundWrong: fault } = wordsOf(context)
  return {
    ...choiceField({ name: 'fund', label, choices, fault }),
    read: (text) => (isUuid(text) ? { text } : { fault }),
  }
}

/** The funds of the network by name. */
export const fundsOf = async (context: HttpContext): Promise<readonly Choice[]> =>
  [...(await networkOffice(context)).fundNames].map(([value, label]) => ({ value, label }))

/** Hands a decision to the network's journal, with the word of another one of the staff where two must stand behind it. */
const decide = async (
  context: HttpContext,
  of: Typed,
  commandOf: (id: string) => NetworkCommand,
): Promise<Taken | 'done'> => {
  const words = wordsOf(context)
  const id = formIdIn(of)
  if (id === undefined) return { fault: words.notTaken }
  const command = commandOf(id)
  const second = isOfTwoStaff(command)
    ? await secondGiven(context, of, command.type)
    : { approved: {} }
  if ('fault' in second) return { ...second, status: 409 }
  const { word, approved } = { word: undefined, ...second }
  const decided = { ...command, ...approved } as NetworkCommand
  const answer = await decideInNetwork(context, decided, word ? { second: word } : {})
  const fault = refusalSaid(words, answer)
  return fault === undefined ? 'done' : { fault, status: 409 }
}

type Task = {
  readonly act: 'appoint' | 'dismiss' | 'assign' | 'end-assignment'
  readonly shown: Picture
  readonly said: (words: NetworkWords) => Pick<FormText, 'heading' | 'told' | 'submit'>
  readonly fields: (visit: StaffVisit) => Promise<readonly Field[]>
  readonly command: (visit: StaffVisit, of: Typed, id: string) => NetworkCommand
}

const task = ({ act, shown, said, fields, command }: Task): FormOf<StaffVisit> =>
  staffForm({
    act,
    form: async (visit) => ({
      ...said(wordsOf(visit.context)),
      shown,
      hidden: { id: visit.context.get('needs').ids() },
      fields: await fields(visit),
      prefilled: { day: inAYear(visit.context) },
    }),
    take: (visit, of) => decide(visit.context, of, (id) => command(visit, of, id)),
  })

const appointing = task({
  act: 'appoint',
  shown: 'person',
  said: (words) => ({
    heading: words.appointHeading,
    told: html`<p>${words.appointLead}</p>`,
    submit: words.appointButton,
  }),
  fields: async ({ context }) => [
    roleField(context),
    lastDayField(context),
    ...(await staffSecondFields(context)),
  ],
  command: ({ context, user: { userId } }, of, id) => ({
    ...envelopeOf(context, id),
    type: 'AppointStaff',
    userId,
    role: of('role') as StaffRole,
    until: of('day'),
  }),
})

const dismissing = task({
  act: 'dismiss',
  shown: 'stop',
  said: (words) => ({
    heading: words.dismissHeading,
    told: html`<p>${words.dismissLead}</p>`,
    submit: words.dismissButton,
  }),
  fields: async ({ context, user }) => {
    const { tasks } = await personSummary(context, await networkOffice(context), user)
    return [
      roleField(
        context,
        tasks.map(({ role }) => role),
      ),
      ...(await staffSecondFields(context)),
    ]
  },
  command: ({ context, user: { userId } }, of, id) => ({
    ...envelopeOf(context, id),
    type: 'DismissStaff',
    userId,
    role: of('role') as StaffRole,
  }),
})

const assigning = task({
  act: 'assign',
  shown: 'glass',
  said: (words) => ({
    heading: words.assignHeading,
    told: html`<p>${words.assignLead}</p>
      <p>${words.fundMustLetIn}</p>`,
    submit: words.assignButton,
  }),
  fields: async ({ context }) => [
    fundField(context, await fundsOf(context)),
    lastDayField(context),
    ...(await staffSecondFields(context)),
  ],
  command: ({ context, user: { userId } }, of, id) => ({
    ...envelopeOf(context, id),
    type: 'AssignStaff',
    userId,
    fundId: of('fund'),
    until: of('day'),
  }),
})

const endingAssignment = task({
  act: 'end-assignment',
  shown: 'stop',
  said: (words) => ({
    heading: words.endAssignmentHeading,
    told: html`<p>${words.endAssignmentLead}</p>`,
    submit: words.endAssignmentButton,
  }),
  fields: async ({ context, user: { userId } }) => {
    const funds = assignedTo(context, await networkOffice(context), userId)
    const choices = funds.map(({ fundId: value, said: label }) => ({ value, label }))
    return [fundField(context, choices), ...(await staffSecondFields(context))]
  },
  command: ({ context, user: { userId } }, of, id) => ({
    ...envelopeOf(context, id),
    type: 'EndAssignment',
    userId,
    fundId: of('fund'),
  }),
})

/** Tasks of the staff, and the funds that auditors are put to work on. */
export const staffTaskPages = (pages: Pages): void => {
  for (const one of [appointing, dismissing, assigning, endingAssignment]) formPages(pages, one)
}
