import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** An element as it opens. Only the attributes that somebody here reads are kept. */
export interface Tag {
  name: string
  attributes: Partial<Record<Attribute, string>>
}

const attributeNames = [
  'alttext',
  'aria-hidden',
  'aria-label',
  'class',
  'content',
  'data-js-date',
  'datetime',
  'display-name',
  'hidden',
  'href',
  'id',
  'name',
  'property',
  'rel',
  'role',
  'start',
  'submitted-date',
] as const
type Attribute = (typeof attributeNames)[number]
const wanted: ReadonlySet<string> = new Set(attributeNames)

/** What is told of a page while it is read. Every `open` has its `close`, the last opened first. */
export interface MarkupReader {
  open(tag: Tag): void
  close(): void
  /** Words, with their entities decoded; never those of a script or a style. */
  text(words: string): void
}

/**
 * Reads HTML as browsers forgive it, in one pass and without building a tree.
 *
 * The tokens come from htmlparser2; the open elements are kept here, because its parser is quadratic in their depth.
 * Elements deeper than any honest page are not opened, so that memory stays bounded.
 */
export function readMarkup(html: string, reader: MarkupReader): void {
  const open: string[] = []
  const openTimes = new Map<string, number>()
  let tooDeep = 0
  let raw: string | null = null
  let tag: Tag = { name: '', attributes: {} }
  let attribute: Attribute | null = null
  let value = ''

  const push = (name: string) => {
    open.push(name)
    openTimes.set(name, (openTimes.get(name) ?? 0) + 1)
    reader.open(tag)
  }
  const pop = () => {
    const name = open.pop() ?? ''
    openTimes.set(name, (openTimes.get(name) ?? 0) - 1)
    reader.close()
  }
  const endOpening = (isSelfClosed: boolean) => {
    const { name } = tag
    if (rawElements.has(name)) {
      raw = name
      return
    }
    const closedByIt = implied.get(name)
    while (closedByIt?.has(open.at(-1) ?? '')) pop()
    const isDrawing = (openTimes.get('svg') ?? 0) > 0 || (openTimes.get('math') ?? 0) > 0
    if (voidElements.has(name) || (isSelfClosed && isDrawing)) {
      reader.open(tag)
      reader.close()
    } else if (open.length < deepest) push(name)
    else tooDeep++
  }
  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      tag = { name: html.slice(start, end).toLowerCase(), attributes: {} }
    },
    onattribname(start, end) {
      const name = html.slice(start, end).toLowerCase()
      attribute = wanted.has(name) ? (name as Attribute) : null
      value = ''
    },
    onattribdata(start, end) {
      if (attribute) value += html.slice(start, end)
    },
    onattribentity(code) {
      if (attribute) value += String.fromCodePoint(code)
    },
    onattribend() {
      if (attribute) tag.attributes[attribute] ??= value
    },
    onopentagend: () => endOpening(false),
    onselfclosingtag: () => endOpening(true),
    onclosetag(start, end) {
      const name = html.slice(start, end).toLowerCase()
      if (name === raw) raw = null
      else if (rawElements.has(name)) return
      else if (tooDeep > 0) tooDeep--
      else if (openTimes.get(name)) {
        while (open.at(-1) !== name) pop()
        pop()
      }
    },
    ontext(start, end) {
      if (!raw) reader.text(html.slice(start, end))
    },
    ontextentity(code) {
      if (!raw) reader.text(String.fromCodePoint(code))
    },
    oncdata() {},
    oncomment() {},
    ondeclaration() {},
    onend() {},
    onprocessinginstruction() {},
  }
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks)
  tokenizer.write(html)
  tokenizer.end()
  while (open.length > 0) pop()
}

/** Browsers themselves stop at 512. */
const deepest = 10_000

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** What stands in them is no words of the page. */
const rawElements = setOf('script style')

const voidElements = setOf(
  'area base br col embed hr img input link meta param source track wbr image basefont frame keygen',
)

const paragraphEnds = setOf('p')
/** Which open elements an element closes, where their end tags may be left out. */
const implied: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...[
    ...setOf(
      'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul',
    ),
  ].map((name): [string, ReadonlySet<string>] => [name, paragraphEnds]),
  ['li', setOf('p li')],
  ['dt', setOf('p dt dd')],
  ['dd', setOf('p dt dd')],
  ['tr', setOf('p tr td th')],
  ['td', setOf('p td th')],
  ['th', setOf('p td th')],
  ['option', setOf('option')],
])
