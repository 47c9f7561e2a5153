import { html } from 'hono/html'
import { type Size, costHosts, costOnHost, dollars, workOf } from '#src/pages/cost/arithmetic.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { costWords } from '#src/words/words.ts'

export const costPath = '/help/cost'

export type CostShown = {
  readonly size: Size
  /** In words, where what was typed is no size. */
  readonly fault?: string | undefined
}

const field = (name: 'funds' | 'members', label: string, value: number): Html =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      value="${value}"
      inputmode="numeric"
      maxlength="5"
      autocomplete="off"
    />
  </div>`

const whole = (count: number): string => Math.round(count).toLocaleString('en-US')

/** What so many funds ask of a computer, and what that costs on each host. */
export const costPage = (frame: PageFrame, { size, fault }: CostShown): Html => {
  const { language } = frame
  const words = costWords.in(language)
  const work = workOf(size)
  return layout({
    ...frame,
    isLeftAtOnce: true,
    content: html`<h1>${words.heading}</h1>
      <form class="look-up screen-only" method="get">
        ${field('funds', words.funds, size.funds)} ${field('members', words.members, size.members)}
        <input type="hidden" name="lang" value="${language}" />
        <p class="buttons"><button class="button main">${words.count}</button></p>
      </form>
      ${fault === undefined ? '' : html`<p class="fault" role="alert">${fault}</p>`}
      <article class="guide">
        <p>${words.work(whole(size.funds), whole(size.members))}</p>
        <ul>
          <li>${words.entries(whole(work.entries))}</li>
          <li>${words.requests(whole(work.requests))}</li>
          <li>${words.cpu(whole(work.cpuSeconds))}</li>
          <li>${words.storage(whole(work.megabytes))}</li>
        </ul>
        <div class="scroll" tabindex="0">
          <table>
            <thead>
              <tr>
                <th scope="col">${words.host}</th>
                <th scope="col">${words.each}</th>
                <th scope="col">${words.all}</th>
              </tr>
            </thead>
            <tbody>
              ${costHosts.map((host) => {
                const { each, all } = costOnHost(host, size)
                return html`<tr>
                  <th scope="row">${words[`host_${host}`]}</th>
                  <td>${dollars(each)}</td>
                  <td>${dollars(all)}</td>
                </tr>`
              })}
            </tbody>
          </table>
        </div>
        <p>${words.dated}</p>
        <p>${words.without}</p>
      </article>`,
  })
}
