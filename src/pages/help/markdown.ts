/*
 * The little of Markdown that guides are written in: headings, paragraphs, lists, tables, pictures, commands, and in a line
 * bold, code and links. Whatever else is written stands on the page as it is typed; nothing of it can become markup.
 */

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'picture'; readonly name: string; readonly says: string }
  | {
      readonly kind: 'list'
      /** The number that a numbered list begins with: one that goes on after a command does not begin anew. */
      readonly from?: number
      readonly items: readonly string[]
    }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/** A part of a guide that a page can lead to by its id. */
export type Section = {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Guide = {
  readonly title: string
  readonly lead: readonly Block[]
  readonly sections: readonly Section[]
}

const shapes = {
  anchor: /^<a id="([a-z-]+)"><\/a>$/,
  picture: /^!\[([^\]]*)\]\(pictures\/([\w.-]+)\)$/,
  item: /^(?:-|(\d+)\.) (.*)$/,
  row: /^\|(.*)\|$/,
  rule: /^\|[ :|-]+\|$/,
} as const

const cellsOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())

/** Lines of one block, of which the first says what it is. */
const blockOf = (lines: readonly string[]): Block => {
  const [first = ''] = lines
  if (first.startsWith('```')) return { kind: 'code', text: lines.slice(1, -1).join('\n') }
  if (first.startsWith('### ')) return { kind: 'heading', text: first.slice(4) }
  const [, says, name] = shapes.picture.exec(first) ?? []
  if (says !== undefined && name !== undefined) return { kind: 'picture', name, says }
  if (shapes.row.test(first)) {
    const [head = [], ...rows] = lines.filter((line) => !shapes.rule.test(line)).map(cellsOf)
    return { kind: 'table', head, rows }
  }
  const item = shapes.item.exec(first)
  if (!item) return { kind: 'text', text: lines.map((line) => line.trim()).join(' ') }
  const items: string[] = []
  for (const line of lines) {
    const [, , begun] = shapes.item.exec(line) ?? []
    if (begun === undefined) items.push(`${items.pop() ?? ''} ${line.trim()}`)
    else items.push(begun)
  }
  return { kind: 'list', ...(item[1] === undefined ? {} : { from: Number(item[1]) }), items }
}

/** Lines put together that belong together: what stands between empty lines, and commands with the empty lines in them. */
const groupsOf = (text: string): readonly (readonly string[])[] => {
  const groups: string[][] = []
  let group: string[] = []
  let isCode = false
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) isCode = !isCode
    if (line.trim() !== '' || isCode) group.push(line)
    else if (group.length > 0) {
      groups.push(group)
      group = []
    }
  }
  return group.length > 0 ? [...groups, group] : groups
}

/** A guide as it is read: its title, what comes before the first section, and the sections with their ids. */
export const guideIn = (text: string): Guide => {
  let title = ''
  let id = ''
  const lead: Block[] = []
  const sections: { id: string; title: string; blocks: Block[] }[] = []
  for (const [first = '', ...rest] of groupsOf(text)) {
    const [, anchor] = shapes.anchor.exec(first) ?? []
    const lines = anchor === undefined ? [first, ...rest] : rest
    id = anchor ?? id
    const [begin = ''] = lines
    if (begin.startsWith('# ')) title = begin.slice(2)
    else if (begin.startsWith('## ')) {
      sections.push({ id, title: begin.slice(3), blocks: [] })
      id = ''
    } else if (lines.length > 0) (sections.at(-1)?.blocks ?? lead).push(blockOf(lines))
  }
  return { title, lead, sections }
}

/** A line without its signs, as somebody would read it aloud. */
export const plainOf = (text: string): string =>
  text.replaceAll(/\*\*|`/g, '').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')

/** All that a block says, for whoever searches. */
export const textOf = (block: Block): string => {
  switch (block.kind) {
    case 'text':
    case 'heading':
    case 'code':
      return plainOf(block.text)
    case 'picture':
      return block.says
    case 'list':
      return plainOf(block.items.join(' '))
    case 'table':
      return plainOf([block.head, ...block.rows].flat().join(' '))
  }
}
