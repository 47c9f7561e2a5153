import { provinces } from '#domain/network/places.ts'
import { type Reached, halfYearOf, inAll, reachedWays } from '#domain/network/training/reached.ts'
import { type Talk, talksFor } from '#domain/network/training/talks.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { ageBands, sexes } from '#domain/kernel/bands.ts'
import { type Field, choiceField, choicesOf, countField, faultsAll } from '#src/desk/fields.ts'
import { unlessEmpty } from '#src/http/directory/said-fields.ts'
import type { Typed } from '#src/http/form-pages.ts'
import type { Pages } from '#src/http/page.ts'
import { ownTraining, writingPage } from '#src/http/training/place.ts'
import { trainingPath } from '#src/pages/training/parts.ts'
import { type CountLine, talkName } from '#src/pages/training/talks-page.ts'
import type { Language } from '#src/words/catalogue.ts'
import { talkWords } from '#src/words/training-words.ts'
import { directoryWords } from '#src/words/words.ts'

const at = trainingPath.staffTalks

const whereSaid = (language: Language, { way, province }: Reached): string => {
  const how = talkWords.in(language)[`way_${way}`]
  return province === undefined
    ? how
    : `${how}, ${directoryWords.in(language)[`province_${province}`]}`
}

/** Counts that can still be struck out before anybody is told of them. */
export const countsNow = (
  language: Language,
  { reached, talks }: { readonly reached: readonly Reached[]; readonly talks: readonly Talk[] },
  today: LocalDate,
): readonly CountLine[] =>
  reached
    .filter((one) => one.struckOn === undefined && halfYearOf(one.writtenOn) === halfYearOf(today))
    .map((one) => {
      const talk = talks.find(({ talkId }) => talkId === one.talkId)
      return {
        countId: one.countId,
        talk: talk ? talkName(language, talk) : '',
        where: whereSaid(language, one),
        people: inAll(one.groups),
      }
    })

const countFields = (language: Language, talks: readonly Talk[]): readonly Field[] => {
  const words = talkWords.in(language)
  return [
    choiceField({
      name: 'talk',
      label: words.whichTalk,
      choices: talks.map((one) => ({ value: one.talkId, label: talkName(language, one) })),
      fault: words.choose,
    }),
    choiceField({
      name: 'way',
      label: words.way,
      choices: choicesOf(reachedWays, (one) => words[`way_${one}`]),
      fault: words.choose,
    }),
    choiceField({
      name: 'province',
      label: words.province,
      hint: words.provinceHint,
      choices: choicesOf(provinces, (one) => directoryWords.in(language)[`province_${one}`]),
      fault: words.choose,
      isOptional: true,
    }),
    ...sexes.flatMap((sex) =>
      ageBands.map((band) =>
        countField({
          name: `${sex}-${band}`,
          label: words[`band_${band}`],
          group: words[`sex_${sex}`],
          faults: faultsAll(words.peopleFault),
          max: 2000,
          mayBeZero: true,
          isOptional: true,
        }),
      ),
    ),
  ]
}

const groupsIn = (of: Typed) =>
  sexes.flatMap((sex) =>
    ageBands.flatMap((ageBand) => {
      const people = Number(of(`${sex}-${ageBand}`))
      return people > 0 ? [{ sex, ageBand, people }] : []
    }),
  )

const counting = (pages: Pages): void =>
  writingPage(pages, {
    path: `${at}/count`,
    rule: 'CountReached',
    at,
    back: (language) => talkWords.in(language).back,
    shown: 'meeting',
    find: async (context) =>
      talksFor(await ownTraining(context), { today: context.get('needs').today() }),
    words: ({ language }) => {
      const words = talkWords.in(language)
      return { heading: words.countHeading, lead: words.countLead, submit: words.countButton }
    },
    fields: ({ language, of }) => countFields(language, of),
    command: (_, of) => ({
      countId: of('id'),
      talkId: of('talk'),
      way: of('way'),
      ...unlessEmpty('province', of('province')),
      groups: groupsIn(of),
    }),
  })

const striking = (pages: Pages): void =>
  writingPage(pages, {
    path: `${at}/counts/:countId/strike`,
    rule: 'StrikeReached',
    at,
    back: (language) => talkWords.in(language).back,
    shown: 'stop',
    find: async (context) =>
      (await ownTraining(context)).reached.find(
        ({ countId, struckOn }) =>
          countId === context.req.param('countId') && struckOn === undefined,
      ),
    words: ({ language }) => {
      const words = talkWords.in(language)
      return { heading: words.strikeHeading, lead: words.strikeLead, submit: words.strike }
    },
    fields: () => [],
    command: ({ of: { countId } }) => ({ countId }),
  })

/** Who heard a talk, in numbers. */
export const reachedPages = (pages: Pages): void => {
  counting(pages)
  striking(pages)
}
