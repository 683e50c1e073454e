// The page in memory has no types of its own; tests ask it what they need.
declare module "jsdom" {
  export class JSDOM {
    constructor(html: string, options?: { url?: string, runScripts?: "outside-only", pretendToBeVisual?: boolean })
    readonly window: any
  }
}
