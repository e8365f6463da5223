import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'

/** Chromium in a container has no sandbox of its own, and the tests want no traffic but their own. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Someone at a browser: opens pages of the built app, and has seen every error that a page has shown. */
export interface Person {
  /** A page on the app, in a fresh profile unless one is given. Waits until the debate is there. */
  open(options?: {
    width?: number
    height?: number
    dark?: boolean
    profile?: BrowserContext
    path?: string
  }): Promise<Page>
  profile(options?: { width?: number; height?: number; dark?: boolean }): Promise<BrowserContext>
}

/** Gives the tests of one file a person. After each test it fails if any page showed an error in its console. */
export function somebody(): Person {
  let browser: Browser
  const errors: string[] = []
  const profiles: BrowserContext[] = []

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: inject('chromium'), args: flags })
  })
  afterAll(() => browser?.close())
  afterEach(async () => {
    for (const profile of profiles.splice(0)) await profile.close()
    expect(errors.splice(0), 'errors in the console').toEqual([])
  })

  const watch = (page: Page) => {
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text())
    })
  }

  const person: Person = {
    async profile({ width = 1440, height = 900, dark = false } = {}) {
      const profile = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
        acceptDownloads: true,
        hasTouch: width < 700,
      })
      profile.on('page', watch)
      profiles.push(profile)
      return profile
    },
    async open({ profile, path = '', ...options } = {}) {
      const page = await (profile ?? (await person.profile(options))).newPage()
      await page.goto(inject('address') + path)
      await page
        .getByRole('heading', { name: /^Where the debate/ })
        .or(page.getByRole('navigation', { name: 'Where you are' }))
        .first()
        .waitFor()
      return page
    },
  }
  return person
}
