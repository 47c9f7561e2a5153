import { expect, test } from 'vitest'
import { blocksOf, signedLine } from '#src/pages/help/guide-parts.ts'
import { guideIn, plainOf, textOf } from '#src/pages/help/markdown.ts'

const guide = guideIn(`# A guide

First words,
in two lines.

<a id="one"></a>
## One

![What it shows](pictures/one.png)

1. Press **this**,
   and wait.
2. Then \`that\`.

- a
- b

### Smaller

| what | how |
|---|---:|
| a | b |

\`\`\`sh
one

two
\`\`\`
`)

test('a guide is read into its title, what comes first, and sections with their ids', () => {
  expect(guide.title).toBe('A guide')
  expect(guide.lead).toEqual([{ kind: 'text', text: 'First words, in two lines.' }])
  expect(guide.sections).toEqual([
    {
      id: 'one',
      title: 'One',
      blocks: [
        { kind: 'picture', name: 'one.png', says: 'What it shows' },
        { kind: 'list', from: 1, items: ['Press **this**, and wait.', 'Then `that`.'] },
        { kind: 'list', items: ['a', 'b'] },
        { kind: 'heading', text: 'Smaller' },
        { kind: 'table', head: ['what', 'how'], rows: [['a', 'b']] },
        { kind: 'code', text: 'one\n\ntwo' },
      ],
    },
  ])
})

test('a line has bold, code and ways to other guides; a paper that is not served is named', () => {
  expect(String(signedLine('**a** `b` [c](ngo.md#pot) [d](../backup.md)'))).toBe(
    '<b>a</b> <code>b</code> <a href="/help/ngo#pot">c</a> d (<code>docs/backup.md</code>)',
  )
  expect(plainOf('**a** `b` [c](ngo.md#pot)')).toBe('a b c')
})

test('nothing that is written in a guide becomes markup or leads out of the house', () => {
  const odd = `<b onclick=x> [x](javascript:alert(1)) [y](https://example.org) \`<i>\``
  const html = String(signedLine(odd))
  expect(html).not.toMatch(/<b |<i>|href/)
  const picture = guideIn('# T\n\n![a"b](pictures/../../x.png)\n').lead
  expect(String(blocksOf('en', picture))).not.toContain('<img')
})

test('all that a block says is found by whoever searches', () => {
  const said = guide.sections[0]!.blocks.map(textOf).join(' ')
  for (const word of ['What it shows', 'Press this', 'a b', 'Smaller', 'what how', 'one'])
    expect(said).toContain(word)
})
