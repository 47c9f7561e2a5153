import { ourHost, type Practice } from '#test/support/service.ts'

/** A browser that keeps what it is given. */
export const browserAt = (village: Practice) => {
  let cookie = ''
  return async (path: string, form?: Readonly<Record<string, string>>): Promise<Response> => {
    const answer = await village.service.request(path, {
      method: form ? 'POST' : 'GET',
      headers: {
        host: ourHost,
        'accept-language': 'en',
        'sec-fetch-site': 'same-origin',
        ...(cookie === '' ? {} : { cookie }),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { body: new URLSearchParams(form).toString() } : {}),
    })
    const set = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-sent='))
    if (set) cookie = set.split(';')[0]!
    return answer
  }
}

/** A list of the bank as it is sent. */
export const listOf = (lines: readonly string[]): FormData => {
  const form = new FormData()
  form.append('place', 'bank')
  form.append('asOf', '')
  form.append('balance', '')
  const text = ['Date,Reference,Description,Money out,Money in', ...lines].join('\n')
  form.append('sheet', new Blob([text]), 'list.csv')
  return form
}
/** What the form beside a line sends. */
export const hiddenIn = (html: string): Record<string, string> => {
  const form = /<form[^>]*bank\/arrival"[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  return Object.fromEntries(
    [...form.matchAll(/name="(\w+)"\s+value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  )
}
