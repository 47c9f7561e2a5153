import { sha256 } from '#infra/system/system.ts'
import { bookOf } from '#src/app/queries.ts'
import { rowsOfEntries } from '#src/app/views.ts'
import type { Form } from '#src/desk/act.ts'
import { acts } from '#src/desk/acts.ts'
import type { Filled } from '#src/desk/asking.ts'
import type { Desk } from '#src/desk/desk.ts'
import { checkedIn, filledIn } from '#src/desk/filled.ts'
import { fillingOf } from '#src/desk/filling.ts'
import { committeeStory } from '#test/support/committee.ts'
import { type StoryCommand, fundBookOf } from '#test/support/village.ts'
import { practice, practiceDay } from '#test/support/service.ts'

/** The desk of the practice fund, and nobody at it. */
export const practiceDesk = async (): Promise<Desk> => {
  const { needs, fundId } = await practice()
  const book = (await bookOf(needs.store, fundId))!
  const who = { memberId: undefined, hasGivenSecret: true }
  return { fundId, language: 'en', book, today: practiceDay, who, along: {}, needs }
}

/** Who is kin of whom in the village of `deskAfter`. */
const kin = {
  fundId: 'a-fund',
  firstId: 'm1',
  secondId: 'o4',
  relation: 'sibling',
  declaredAt: '',
}

/** The desk of a fund with a committee of whose loans all this was told; its record-keeper is at it. */
export const deskAfter = (told: readonly StoryCommand[], more: Partial<Desk> = {}): Desk => {
  const story = committeeStory(told)
  const { postings } = rowsOfEntries(story.village, story.entries)
  const store = {
    kinships: async () => [kin],
    postings: async (_: string, { accounts }: { readonly accounts: readonly string[] }) =>
      postings.filter(({ account }) => accounts.includes(account)),
  }
  return {
    fundId: 'a-fund',
    language: 'en',
    book: fundBookOf(story),
    today: '2025-02-20',
    who: { memberId: 'o2', hasGivenSecret: true },
    along: {},
    needs: { hash: sha256, store } as unknown as Desk['needs'],
    ...more,
  }
}

export const formAt = async (desk: Desk, name: string, id: string): Promise<Form> =>
  (await acts.find((one) => one.name === name)!.form(desk, id))!

export type Sent = {
  readonly form: Form
  readonly faults: Readonly<Record<string, string>>
  readonly filled: Filled | undefined
  readonly command: Readonly<Record<string, unknown>> | undefined
}

/** A form of the desk as somebody fills it in; what stands in it before is sent along, and a day as one line. */
export const sentAt = async (
  desk: Desk,
  [name, id]: readonly [name: string, id: string],
  { day, ...typed }: Readonly<Record<string, string>>,
): Promise<Sent> => {
  const form = await formAt(desk, name, id)
  const { day: usual, ...before } = form.prefilled ?? {}
  const [year, month, date] = (day ?? usual ?? desk.today).split('-')
  const values: Readonly<Record<string, string | undefined>> = {
    ...before,
    year,
    month,
    day: date,
    ...typed,
  }
  const filling = checkedIn(
    form,
    'an-id',
    fillingOf(form.fields, (one) => values[one] ?? ''),
  )
  const filled = filledIn('an-id', filling)
  return {
    form,
    filled,
    faults: Object.fromEntries(filling.faults),
    command: filled && (form.command(filled) as unknown as Readonly<Record<string, unknown>>),
  }
}
