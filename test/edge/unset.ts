import { serviceOf } from '#src/edge/service.ts'

/** What a Worker says and answers with the settings of its environment, and with no object to ask. */
const answer = await serviceOf({ ...process.env } as never)(new Request('https://village.example/'))
console.log(JSON.stringify({ status: answer.status, body: await answer.text() }))
