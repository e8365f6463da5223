import { describe, expect, it } from 'vitest'
import { understand } from '../../../src/parse/inputs'
import { inputOf } from '../../../src/parse/inputs/decode'
import { forumMagnumJson, forumMagnumPage, greaterWrongPage, snow } from '../../support/threads'
import { spansIn, turnsIn } from './read'

describe.each([
  ['ForumMagnum', 'https://www.lesswrong.com/posts/p/a-slug', forumMagnumPage(snow)],
  ['GreaterWrong', 'https://www.greaterwrong.com/posts/p/a-slug', greaterWrongPage(snow)],
])('a saved page of %s', (_, url, html) => {
  it('gives the thread that it shows, as the forum’s JSON would', () => {
    const page = understand(html)
    const { text, turns, spans } = understand(forumMagnumJson(snow))
    expect(page).toMatchObject({ kind: 'saved page', title: snow.title, url, authors: ['Ada'] })
    expect(page.text).toBe(text)
    expect(page.spans).toEqual(spans)
    const said = page.turns.map(({ url: _, ...turn }) => turn)
    expect(said).toEqual(turns)
    expect(page.missing).toEqual([])
  })

  it('gives each comment its address', () => {
    const { turns } = understand(html)
    expect(turns[1]?.url).toMatch(/^https:\/\/www\.(less|greater)wrong\.com\/posts\/p\/.*c0$/)
  })

  it('reads the same where no end tag is written that may be left out', () => {
    expect(turnsIn(html.replaceAll('</p>', ''))).toEqual(turnsIn(html))
  })

  it('comes through a cut within any tag', () => {
    for (let end = 0; end < html.length; end += 37) understand(html.slice(0, end))
  })
})

describe('a saved page of ForumMagnum', () => {
  const comment = (id: string, inside: string, more = '') =>
    `<div class="comments-node CommentFrame-node ${more}" id="${id}"><div class="CommentsItemMeta-root">
    <span class="CommentUserName-author">Bo</span></div>${inside}</div>`
  const body = (words: string) => `<div class="CommentBody-root"><p>${words}</p></div>`
  const page = (inside: string) => `<!doctype html><body><div id="comments">${inside}</div>`

  it('says what it does not show', () => {
    const html = page(
      comment('a', body('Gardens need bees<span class="read-more">(read more)</span>')) +
        comment('b', '', 'CommentFrame-deleted') +
        comment('c', '<a>[+]</a>') +
        comment('d', '<div class="SingleLineComment-truncatedHighlight">Do they?</div>') +
        '<a class="LoadMore-root">Load More (5/18)</a>',
    )
    expect(turnsIn(html)).toEqual(['Bo to nobody: Gardens need bees', 'Bo to nobody: Do they?'])
    expect(understand(html).missing).toEqual([
      '1 comment is folded to one line.',
      '1 comment is cut short.',
      '1 comment is folded away.',
      'Not all comments were loaded: “Load More (5/18)”.',
      '1 comment is deleted.',
    ])
  })

  it('reads a comment once that its address names and that stands among the others too', () => {
    const linked = `<div class="CommentPermalink-root">${comment('b', body('Wasps too.'))}</div>`
    const html = page(comment('a', body('Bees do.') + comment('b', body('Wasps too.'))))
    expect(turnsIn(html.replace('<body>', `<body>${linked}`))).toEqual([
      'Bo to nobody: Bees do.',
      'Bo to 0: Wasps too.',
    ])
    expect(turnsIn(`<!doctype html><body>${linked}`)).toEqual(['Bo to nobody: Wasps too.'])
  })

  it('reads answers to a question, with the comments on them', () => {
    const html = `<!doctype html><div id="postContent"><p>When to dig?</p></div>
      <div class="Answer-root"><div class="Answer-answer" id="a"><a class="UsersNameDisplay-userName">Cleo</a>
      ${body('In autumn.')}</div>${comment('b', body('Why not in spring?'))}</div>`
    expect(turnsIn(html)).toEqual([
      'somebody to nobody: When to dig?',
      'Cleo to 0: In autumn.',
      'Bo to 1: Why not in spring?',
    ])
  })

  it('reads a dialogue message by message', () => {
    const message = (name: string, words: string) =>
      `<section class="dialogue-message ContentStyles-debateResponseBody" display-name="${name}">
      <section class="dialogue-message-header UsersNameDisplay-noColor"><b>${name}</b></section>
      <div class="dialogue-message-content"><p>${words}</p></div></section>`
    const html = `<!doctype html><div id="postContent"><p>We talked of bees.</p>${
      message('Ada', 'They need gardens.') + message('Bo', 'Do they?') + message('Ada', 'Yes.')
    }</div>`
    expect(turnsIn(html)).toEqual([
      'somebody to nobody: We talked of bees.',
      'Ada to 0: They need gardens.',
      'Bo to 1: Do they?',
      'Ada to 2: Yes.',
    ])
  })
})

describe('any other page', () => {
  it('gives its main text, with headings and quotations, and none of its menus', () => {
    const html = `<html><head><title>On bees</title><meta name="author" content="Ada">
      <link rel="canonical" href="https://bees.example/on"></head><body><nav>Home</nav>
      <article><h1>On bees</h1><p>They need gar&shy;dens.</p><blockquote>Says who?</blockquote>
      <p>Every&#8203;body &amp; <em>all</em>.</p></article><aside>Buy honey</aside></body></html>`
    expect(understand(html)).toMatchObject({
      kind: 'saved page',
      title: 'On bees',
      url: 'https://bees.example/on',
      authors: ['Ada'],
      turns: [],
      text: 'On bees\n\nThey need gardens.\n\nSays who?\n\nEverybody & all.',
    })
    expect(spansIn(html, 'quotation')).toEqual(['Says who?'])
    expect(spansIn(html, 'heading')).toEqual(['On bees'])
  })

  it('runs and keeps nothing of scripts, handlers and forms', () => {
    const html = `<p onclick="alert(1)">Bees.</p><script>alert('<p>two')</script><svg><script>3</script></svg>
      <iframe srcdoc="<p>four"></iframe><img src=x onerror=alert(5)><form><input value=6></form><template><p>7</template>
      <a href="javascript:alert(8)">Gardens</a><style>p{}</style><!-- <p>nine --><noscript>10</noscript>`
    expect(understand(html).text).toBe('Bees.\n\nGardens')
  })

  it('is told from prose that speaks of tags', () => {
    for (const text of ['<p> is a tag.', '<Ada> Bees need gardens.\n<Bo> Do they?', '< 5 & > 3'])
      expect(understand(text).kind).toBe('flattened text')
  })

  it('is refused where it has no text', () => {
    const html = '<!doctype html><html><body><script>1</script></body></html>'
    expect(inputOf('a.html', html)).toEqual({ problem: 'a.html: This page has no text.' })
  })
})
