import type { LineOfMember, Season } from '#domain/relief/emergency-line.ts'
import type { Evidence } from '#domain/relief/evidence.ts'
import {
  openEmergencyLine,
  promiseEmergencyLines,
} from '#domain/relief/operations/emergency-line.ts'
import { alertsOf } from '#src/app/alerts.ts'
import { linesOfferedOn } from '#src/app/relief-view.ts'
import { aboutFund } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import type { Own } from '#src/desk/asking.ts'
import { allThere, ballotOf } from '#src/desk/ballot.ts'
import { cardsField, partsOf } from '#src/desk/cards-field.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { choiceField } from '#src/desk/fields.ts'
import { officerChoices, secondsFor } from '#src/desk/officers.ts'
import { reliefPlace } from '#src/desk/places.ts'
import { gaugeFields, gaugeIn, isGaugeSaid } from '#src/desk/relief/gauge.ts'
import { facts, note } from '#src/desk/content.ts'
import { reliefWords } from '#src/words/words.ts'

const aboutLines = { ...aboutFund, back: reliefPlace.lines }

/** The measure from which on its loans may be opened, where one is agreed. */
const triggerOf = (desk: Desk): Own<Season['trigger']> => ({
  fields: gaugeFields(desk, reliefWords.in(desk.language).triggerHint),
  said: (filled) => (isGaugeSaid(filled) ? gaugeIn(filled) : undefined),
})

/** What is promised to those who are named by card, or to everybody to whom something can be promised. */
const linesOf = (desk: Desk): Own<readonly LineOfMember[]> => {
  const { book } = desk
  const { members } = book
  const label = reliefWords.in(desk.language).whoLabel
  return {
    fields: [cardsField(desk, { name: 'cards', label, members })],
    said: ({ of, day }) => {
      const cards = partsOf(of('cards'))
      return linesOfferedOn(book, day)
        .filter(({ card, amount }) => (cards.length === 0 ? amount > 0 : cards.includes(card)))
        .map(({ memberId, amount }) => ({ memberId, amount }))
    },
  }
}

/** Before the season the meeting promises emergency loans. */
export const emergencyPromise = atDesk(promiseEmergencyLines, {
  name: 'emergency-promise',
  about: aboutLines,
  shown: (desk) => {
    const words = reliefWords.in(desk.language)
    const day = { hint: words.dayHint, fault: words.dateFault }
    return {
      shown: 'savings',
      told: [note(words.linesMeaning)],
      prefilled: allThere(desk),
      asks: {
        seasonId: {
          name: 'season',
          label: words.seasonLabel,
          hint: words.seasonHint,
          fault: words.codeFault,
        },
        from: { label: words.seasonFrom, ...day },
        to: { label: words.seasonTo, ...day },
        trigger: triggerOf(desk),
        lines: linesOf(desk),
        ballot: ballotOf(desk, { isForTheMeeting: true, isOfAll: true }),
      },
      // To how many, and how much in all.
      effect: ({ lines }) => {
        const amount = lines.reduce((sum, line) => sum + line.amount, 0)
        const money = { amount, currency: currencyOf(desk) }
        return {
          told: [
            facts(
              { label: words.members, text: String(lines.length) },
              { label: words.promisedSum, tone: 'main', money },
            ),
          ],
        }
      },
    }
  },
})

/** Its name, with the measure from which on its loans may be opened. */
const seasonText = ({ seasonId, trigger }: Season): string =>
  trigger === undefined
    ? seasonId
    : `${seasonId} · ${trigger.station} ${String(trigger.levelCm)} cm`

/** What was measured: the river at a gauge, or an alert. */
const measureOf = async (desk: Desk): Promise<Own<Evidence>> => {
  const words = reliefWords.in(desk.language)
  const alerts = await alertsOf(desk.needs, desk.fundId)
  return {
    fields: [
      ...gaugeFields(desk, words.measureHint),
      choiceField({
        name: 'alert',
        label: words.alertLabel,
        choices: alerts
          .filter(({ status }) => status === 'Actual')
          .map(({ hash, infos, sender }) => ({
            value: hash,
            label: `${infos[0]?.headline ?? ''} · ${sender}`,
          })),
        fault: words.chooseOne,
        isOptional: true,
      }),
    ],
    said: (filled) => {
      const hash = filled.of('alert')
      return hash === '' ? { is: 'gauge', ...gaugeIn(filled) } : { is: 'cap-alert', hash }
    },
  }
}

/** The water has come: what was promised can be lent. */
export const emergencyOpening = atDesk(openEmergencyLine, {
  name: 'emergency-open',
  about: aboutLines,
  shown: async (desk) => {
    const { book, language } = desk
    const words = reliefWords.in(language)
    const fault = words.chooseOne
    return {
      shown: 'key',
      told: [note(words.linesMeaning)],
      asks: {
        seasonId: {
          name: 'season',
          label: words.whichSeason,
          choices: book.seasons.map((season) => ({
            value: season.seasonId,
            label: seasonText(season),
          })),
          fault,
        },
        eventId: {
          name: 'event',
          label: words.kindLabel,
          choices: book.events
            .filter(({ told, kind }) => told && kind !== 'personal')
            .map(({ eventId, kind }) => ({
              value: eventId,
              label: `${words[`kind_${kind}`]} · ${eventId}`,
            })),
          fault,
        },
        measure: await measureOf(desk),
        witnessId: {
          name: 'witness',
          label: words.witnessLabel,
          ...officerChoices(desk, secondsFor(desk, [])),
          fault,
        },
      },
      check: ({ measure }, filled) =>
        measure.is === 'gauge' && !isGaugeSaid(filled)
          ? new Map([['station', words.evidenceFault]])
          : new Map(),
    }
  },
})
