import { html } from 'hono/html'
import type { CaseFile } from '#domain/cases/file.ts'
import { isOfChild } from '#domain/cases/operations/person.ts'
import { coursesFor } from '#domain/network/training/courses.ts'
import { childAges, talksFor } from '#domain/network/training/talks.ts'
import { trainingOf } from '#src/app/network/training.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { Html } from '#src/pages/layout.ts'
import { coursesPart } from '#src/pages/training/courses-page.ts'
import { talkFolds } from '#src/pages/training/talks-page.ts'
import { courseWords } from '#src/words/training-words.ts'
import { caseWords } from '#src/words/words.ts'

/**
 * What can be read to the person of a case: to a child what is marked for a child and nothing else; to whoever thinks of
 * leaving or has come back the courses, beside the jobs that were seen.
 */
export const taughtIn = async (context: HttpContext, file: CaseFile): Promise<Html | ''> => {
  const language = context.get('language')
  const { store, today } = context.get('needs')
  const book = await trainingOf(store, context.get('network').networkId)
  const words = caseWords.in(language)
  if (isOfChild(file)) {
    const talks = talksFor(book, { ages: childAges, today: today() })
    return html`<details class="fold">
      <summary>${words.talksFor} <span class="quiet">${talks.length}</span></summary>
      ${talks.length === 0 ? html`<p>${words.talksForNone}</p>` : talkFolds(language, talks)}
    </details>`
  }
  if (file.kind !== 'advice' && file.kind !== 'return') return ''
  const courses = coursesFor(book, { today: today() })
  if (courses.length === 0) return ''
  return html`<details class="fold">
    <summary>
      ${courseWords.in(language).inCase} <span class="quiet">${courses.length}</span>
    </summary>
    ${coursesPart(language, courses)}
  </details>`
}
