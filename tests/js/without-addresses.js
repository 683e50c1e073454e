// Takes out of a lock file of npm's where its packages came from: each registry serves them by name and hash, and
// where their authors ask for money is nothing to install by.
import { readFileSync, writeFileSync } from "node:fs"

const [, , path] = process.argv
const lock = JSON.parse(readFileSync(path, "utf8"))
for (const each of Object.values(lock.packages)) {
  delete each.resolved
  delete each.funding
}
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
