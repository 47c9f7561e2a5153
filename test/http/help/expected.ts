import type { Expected } from '#test/http/access/expected.ts'
import { memberWays, staffWays } from '#test/http/access/people.ts'

const anybody = (answers: number): Expected => ({
  of: 'anybody',
  may: [...memberWays, ...staffWays],
  answers,
})

/** Help is for anybody. The guides lie beside the program, and are not here. */
export const ofHelp: Readonly<Record<string, Expected>> = {
  'GET /help': anybody(200),
  'GET /help/cost': anybody(200),
  'GET /help/:guide': anybody(404),
  'GET /help/:guide/card': anybody(404),
}
