import type { Practice } from '#test/support/service.ts'

/** A practice service asked by one browser, which keeps the open key of the desk of cases. */
export const withCookies = (village: Practice): Practice => {
  let cookie = ''
  return {
    ...village,
    ask: async (path, asked = {}) => {
      const headers = { ...asked.headers, ...(cookie === '' ? {} : { cookie }) }
      const answer = await village.ask(path, { ...asked, headers })
      const set = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-cases='))
      if (set) cookie = set.split(';')[0]!
      return answer
    },
  }
}
