import { existsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { getChromium } from './chromium'
import { serve } from './serve'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the built app. */
    address: string
    /** The path of the Chromium that the tests drive. */
    chromium: string
  }
}

/** Finds or gets a Chromium, and serves the production build to it. */
export default async function setup(project: TestProject) {
  if (!existsSync('dist/index.html'))
    throw new Error('There is no build to test: run `npm run test:browser`, which makes one first.')
  project.provide('chromium', getChromium())
  const { server, address } = await serve('dist')
  project.provide('address', address)
  return () => new Promise<void>((closed) => server.close(() => closed()))
}
