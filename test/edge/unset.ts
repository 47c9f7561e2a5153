import { serviceOf } from '#src/edge/service.ts'

/** What a Worker says and answers with each of these settings, a line of the answer last, and with no object to ask. */
for (const environment of JSON.parse(process.argv[2]!) as Readonly<Record<string, string>>[]) {
  const { serve } = serviceOf(environment as never, () => ({}) as never)
  const answer = await serve(new Request('https://village.example/'), () => undefined)
  console.log(JSON.stringify({ status: answer.status, body: await answer.text() }))
}
