import { type Province, provinces } from '#domain/network/places.ts'
import { coursesFor } from '#domain/network/training/courses.ts'
import { reachedReleases } from '#domain/network/training/reached.ts'
import { talksFor } from '#domain/network/training/talks.ts'
import { trainingForAnybody } from '#src/app/network/training.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Pages } from '#src/http/page.ts'
import { behindFirstPage } from '#src/pages/layout.ts'
import { coursesPage } from '#src/pages/training/courses-page.ts'
import { talksPage } from '#src/pages/training/talks-page.ts'

/** The network that an address names, and the books of it or of all. */
const asked = async (context: HttpContext) => {
  const { store } = context.get('needs')
  const books = await trainingForAnybody(store, context.req.query('n'))
  const networkId = books.find((book) => book.networkId === context.req.query('n'))?.networkId
  return { books, networkId, query: networkId === undefined ? {} : { n: networkId } }
}

const talks = async (context: HttpContext) => {
  const { books, networkId, query } = await asked(context)
  const today = context.get('needs').today()
  return talksPage(await frameOf(context, { back: behindFirstPage, query }), {
    talks: books.flatMap((book) => talksFor(book, { today })),
    // Figures of several networks are not put together: each tells its own, and they could be subtracted.
    releases: books.length === 1 ? reachedReleases(books[0]!.reached, today) : [],
    networkId,
  })
}

const courses = async (context: HttpContext) => {
  const { books, networkId, query } = await asked(context)
  const today = context.get('needs').today()
  const all = books.flatMap((book) => coursesFor(book, { today }))
  const there = provinces.filter((one) => all.some(({ province }) => province === one))
  const province: Province | undefined = there.find((one) => one === context.req.query('p'))
  const more = province === undefined ? query : { ...query, p: province }
  return coursesPage(await frameOf(context, { back: behindFirstPage, query: more }), {
    courses: all.filter((one) => province === undefined || one.province === province),
    provinces: there,
    province,
    networkId,
  })
}

/** Before the service asks who somebody is. */
export const publicTrainingPages = (pages: Pages): void => {
  pages.get('/talks', 'public', talks)
  pages.get('/courses', 'public', courses)
}
