import { html } from 'hono/html'
import { type Village, coverageOf, covers } from '#domain/network/training/coverage.ts'
import { fundListOf } from '#src/app/network/fund-list.ts'
import { dayToType } from '#src/desk/typed-day.ts'
import { dateField } from '#src/desk/day-fields.ts'
import { choiceField, choicesOf } from '#src/desk/fields.ts'
import type { HttpContext } from '#src/http/env.ts'
import { behindStart, doneText, inAYear } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { ownTraining, writingPage } from '#src/http/training/place.ts'
import { coveragePage } from '#src/pages/training/coverage-page.ts'
import { trainingPath } from '#src/pages/training/parts.ts'
import { courseWords } from '#src/words/training-words.ts'

const at = trainingPath.coverage

/** The villages of the caller's network by name and code, read of no book. */
const villagesOf = async (context: HttpContext): Promise<readonly Village[]> => {
  const { store } = context.get('needs')
  const funds = await fundListOf(store, context.get('network').networkId)
  return funds.map(({ fundId, name, villageCode = '' }) => ({ fundId, name, villageCode }))
}

const map = async (context: HttpContext) => {
  const { covers: said } = await ownTraining(context)
  const asked = context.req.query('d')
  const districts = coverageOf(await villagesOf(context), said, context.get('needs').today())
  const district = districts.find(({ code }) => code === asked)?.code
  const query = district === undefined ? {} : { d: district }
  return coveragePage(await behindStart(context, { query }), {
    districts,
    district,
    done: doneText(context, courseWords.in(context.get('language')).done),
  })
}

const saying = (pages: Pages): void =>
  writingPage<Village>(pages, {
    path: `${at}/:village`,
    rule: 'SetTeamCover',
    at,
    back: (language) => courseWords.in(language).coverBack,
    shown: 'house',
    find: async (context) =>
      (await villagesOf(context)).find(({ fundId }) => fundId === context.req.param('village')),
    words: ({ language }) => {
      const words = courseWords.in(language)
      return {
        heading: words.coverFormHeading,
        lead: words.coverFormLead,
        submit: words.coverButton,
      }
    },
    whose: ({ of: { name } }) =>
      html`<p>
        <b><bdi>${name}</bdi></b>
      </p>`,
    fields: ({ language }) => {
      const words = courseWords.in(language)
      return [
        choiceField({
          name: 'cover',
          label: words.coverWho,
          choices: choicesOf(covers, (one) => words[`cover_${one}`]),
          fault: words.choose,
          as: 'radios',
        }),
        dateField({ language }, { name: 'until', label: words.coverUntil, fault: words.dayFault }),
      ]
    },
    prefilled: ({ context }) => ({ until: dayToType(inAYear(context)) }),
    command: ({ of: { fundId } }, of) => ({
      fundId,
      cover: of('cover'),
      until: of('until'),
    }),
  })

/** Villages without a team, for the staff. */
export const coveragePages = (pages: Pages): void => {
  pages.get(at, 'read-teaching', map)
  saying(pages)
}
