import { render, screen } from '@testing-library/react'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Markdown } from '../../src/ui/Markdown'

function shown(text: string): HTMLElement {
  const { container } = render(<Markdown text={text} />)
  return container.firstElementChild as HTMLElement
}

/** Every tag and attribute that may stand in a note. */
const tags =
  /^(P|BR|HR|STRONG|EM|DEL|CODE|PRE|BLOCKQUOTE|UL|OL|LI|A|H4|H5|H6|TABLE|THEAD|TBODY|TR|TH|TD)$/
const attributes = /^(href|target|rel|start|data-as-written)$/

/** Expects nothing in the note that could run, load, navigate elsewhere or take a name. */
function expectHarmless(note: HTMLElement) {
  for (const element of note.querySelectorAll('*')) {
    expect(element.tagName).toMatch(tags)
    for (const { name } of element.attributes) expect(name).toMatch(attributes)
    const href = element.getAttribute('href')
    if (href !== null) {
      expect(href).toMatch(/^(https?:|mailto:)/)
      expect(element.getAttribute('rel')).toBe('noopener noreferrer')
      expect(element.getAttribute('target')).toBe('_blank')
    }
  }
}

describe('a note', () => {
  it('shows emphasis, lists, quotations, code and tables', () => {
    const note = shown(
      'Two **questions**:\n\n- one\n- two\n\n> quoted\n\n`code`\n\n|a|b|\n|-|-|\n|1|2|',
    )
    for (const tag of ['strong', 'ul li', 'blockquote', 'code', 'table td'])
      expect(note.querySelector(tag), tag).not.toBeNull()
  })

  it('keeps its headings under the heading of the notes', () => {
    shown('# Large\n\n##### Small')
    expect(screen.getByRole('heading', { name: 'Large', level: 4 })).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'Small', level: 6 })).toBeTruthy()
  })

  it('breaks lines where they were broken', () => {
    expect(shown('one\ntwo').querySelector('br')).not.toBeNull()
  })

  it('opens links in a tab of their own that knows nothing of this one', () => {
    const note = shown('[a post](https://example.org/a "b") and <me@example.org>')
    const [post, mail] = note.querySelectorAll('a')
    expect(post?.getAttribute('href')).toBe('https://example.org/a')
    expect(mail?.getAttribute('href')).toBe('mailto:me@example.org')
    expectHarmless(note)
  })

  it('names an image instead of loading it', () => {
    const note = shown('![a graph](https://example.org/graph.png)')
    expect(note.querySelector('img')).toBeNull()
    expect(screen.getByRole('link', { name: 'Image: a graph' })).toBeTruthy()
  })

  it('shows HTML as the text it is', () => {
    const note = shown('Use <b onclick="x()">bold</b> & <script>alert(1)</script>.')
    expect(note.textContent?.trim()).toBe(
      'Use <b onclick="x()">bold</b> & <script>alert(1)</script>.',
    )
    expectHarmless(note)
  })

  it('shows the beginning of a note that is too long, and says so', () => {
    const note = shown('word '.repeat(30_000))
    expect(note.textContent?.length).toBeLessThan(101_000)
    expect(note.textContent).toMatch(/Only its beginning is shown\.$/)
  })

  it('shows a note that is nested beyond measure as it was written', () => {
    const deep = '> '.repeat(9_000)
    expect(shown(deep).textContent?.length).toBeGreaterThan(0)
  })
})

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<form action="https://evil.example"><input name=q><button>Go</button></form>',
  '<form><form id=x></form></form>',
  '<a id=location href="https://example.org">x</a><a id=location name=href>y</a>',
  '<style>*{display:none}</style>',
  '<div style="position:fixed;inset:0;background:url(https://evil.example)">x</div>',
  '<p id="app" class="x" data-x="1" aria-label="y">x</p>',
  '<base href="https://evil.example">',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](javascript&#58;alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](&#x6A;avascript:alert(1))',
  '[x](java\u0000script:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](\u0001javascript:alert(1))',
  '[x](<  javascript:alert(1)>)',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](blob:https://example.org/1)',
  '[x](//evil.example)',
  '[x](#app)',
  '[x](https://example.org" onmouseover="alert(1))',
  '![x](javascript:alert(1))',
  '![x" onerror="alert(1)](https://example.org/x.png)',
  '![<img src=x onerror=alert(1)>](https://example.org/x.png)',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '```"><img src=x onerror=alert(1)>\ncode\n```',
  '- [x] <input onfocus=alert(1) autofocus>',
  '`<img src=x onerror=alert(1)>`',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<x-y onclick=alert(1)>custom</x-y>',
]

describe('a hostile note', () => {
  it.each(hostile)('does no harm: %s', (text) => {
    expectHarmless(shown(text))
    expectHarmless(shown(`> - **${text}**`))
  })

  it('does no harm in any mixture', () => {
    const piece = fc.oneof(
      fc.constantFrom(...hostile),
      fc.constantFrom('**', '_', '`', '\n\n', '> ', '- ', '[', '](', ')', '<', '>', '&', '"', '|'),
      fc.string({ maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) =>
        expectHarmless(shown(pieces.join(''))),
      ),
      { numRuns: 300 },
    )
  })
})
