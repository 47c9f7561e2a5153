import type { Dispute } from '#domain/corrections/disputes.ts'
import { answerDispute, raiseDispute } from '#domain/corrections/operations/disputes.ts'
import { isReversible } from '#domain/corrections/reversible.ts'
import type { Entry } from '#domain/village.ts'
import { disputedFrom, disputedIn } from '#src/app/meeting/disputes.ts'
import { opened } from '#src/app/rows.ts'
import { aboutSomebody } from '#src/desk/about.ts'
import { type About, atDesk } from '#src/desk/act.ts'
import { disputable, kindText, lineNamed } from '#src/desk/corrections/disputed.ts'
import { type Desk, cardOf } from '#src/desk/desk.ts'
import { choiceField } from '#src/desk/fields.ts'
import { approver } from '#src/desk/officers.ts'
import { meetingPlace } from '#src/desk/places.ts'
import { facts, note } from '#src/desk/content.ts'
import { dateInWords } from '#src/words/locale.ts'
import { disputeWords, lendingFormWords } from '#src/words/words.ts'

/** What was told to an officer, about the book of one member. */
export const dispute = atDesk(raiseDispute, {
  name: 'dispute',
  about: { ...aboutSomebody, back: meetingPlace.disputes },
  shown: async (desk, { member: { memberId } }) => {
    const words = disputeWords.in(desk.language)
    const about = choiceField({
      name: 'about',
      label: words.aboutLabel,
      choices: await disputable(desk, memberId),
      fault: words.aboutFault,
    })
    return {
      shown: 'stop',
      dayLegend: lendingFormWords.in(desk.language).dayRaised,
      told: [note(words.disputesMeaning)],
      asks: {
        about: { fields: [about], said: ({ of }) => disputedFrom(of('about'), memberId)! },
        reason: {
          label: words.reasonLabel,
          each: (reason) => words[`reason_${reason}`],
          fault: words.reasonFault,
          as: 'radios',
        },
      },
    }
  },
})

type DisputeFound = {
  readonly dispute: Dispute
  readonly memberId: string | undefined
  readonly entry: Entry | undefined
}

/** What somebody said is not right, with whose it is and the line where it is one. */
const aboutDispute: About<DisputeFound, 'disputeId'> = {
  field: 'dispute',
  fills: 'disputeId',
  choose: meetingPlace.disputes,
  find: async ({ book, fundId, needs }, id) => {
    const found = book.disputes.find(({ disputeId }) => disputeId === id)
    if (!found) return undefined
    const of = await disputedIn(needs.store, { book, fundId, about: found.about })
    return { dispute: found, ...of }
  },
  whose: ({ book }, { memberId }) =>
    memberId === undefined ? undefined : { card: cardOf(book, memberId) },
  back: meetingPlace.disputes,
}

const portion = 300

/** Lines that were entered since a dispute was raised and can have put it right, the newest first. */
const correctionsSince = async (
  { needs: { store }, fundId }: Desk,
  { disputeId }: Dispute,
): Promise<Entry[]> => {
  const [raised] = await store.find(fundId, [disputeId])
  const rows = raised ? await store.read(fundId, raised.seq, portion) : []
  return rows
    .map((row) => opened(row))
    .filter(({ body }) => isReversible(body) || body.type === 'EntryReversed')
    .toReversed()
}

/** What a dispute is about: the line, the loan by its number, or what else. */
const whatOf = (desk: Desk, { dispute: { about }, entry }: DisputeFound): string => {
  if (entry) return lineNamed(desk, entry)
  const loan =
    about.kind === 'loan' && desk.book.loans.find(({ loanId }) => loanId === about.loanId)
  return loan ? disputeWords.in(desk.language).aboutLoan(loan.number) : kindText(desk, about.kind)
}

/** The officers' answer, by two of them of whom the second is not concerned. */
export const disputeAnswer = atDesk(answerDispute, {
  name: 'dispute-answer',
  about: aboutDispute,
  shown: async (desk, found) => {
    const words = disputeWords.in(desk.language)
    const { dispute: asked, memberId } = found
    const raisedOn = words.raisedOn(dateInWords(asked.raisedOn, desk.language))
    const corrections = await correctionsSince(desk, asked)
    return {
      shown: 'stop',
      dayLegend: lendingFormWords.in(desk.language).dayAnswered,
      told: [
        facts(
          { label: words.aboutLabel, tone: 'strong', text: whatOf(desk, found) },
          { label: words.reasonLabel, text: words[`reason_${asked.reason}`] },
          { label: words.open, text: raisedOn },
        ),
      ],
      asks: {
        answer: {
          label: words.answerLabel,
          each: (answer) => words[`answer_${answer}`],
          fault: words.answerFault,
          as: 'radios',
        },
        correctedBy: {
          name: 'line',
          label: words.correctionLabel,
          hint: words.correctionHint,
          choices: corrections.map((one) => ({ value: one.id, label: lineNamed(desk, one) })),
          fault: words.correctionNeeded,
        },
        approvedBy: approver(desk, memberId === undefined ? [] : [memberId]),
      },
      check: ({ answer, correctedBy }) => {
        const isCorrected = answer === 'corrected'
        if (isCorrected === (correctedBy !== undefined)) return new Map()
        const fault = isCorrected ? words.correctionNeeded : words.correctionNotNeeded
        return new Map([['line', fault]])
      },
    }
  },
})
