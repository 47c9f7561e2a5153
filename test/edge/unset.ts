import { serviceOf } from '#src/edge/service.ts'

const { serve } = serviceOf({ ...process.env } as never, () => ({}) as never)

/** What a Worker says and answers with the settings of its environment, and with no object to ask. */
const answer = await serve(new Request('https://village.example/'), () => undefined)
console.log(JSON.stringify({ status: answer.status, body: await answer.text() }))
