// The theme's scripts, their tests, and these settings.
import js from "@eslint/js"
import globals from "globals"

const ASSETS = "plugins/digest/theme/assets/digest"

export default [
  { ignores: ["**/.*/**", "site/**", "build/**", "dist/**"] },
  js.configs.recommended,
  {
    rules: {
      "complexity": ["error", 12],
      "eqeqeq": "error",
      "max-lines": ["error", 250],
      "no-implicit-globals": "error",
      "no-shadow": "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-eval": "error",
    },
  },
  {
    files: [`${ASSETS}/*.js`],
    languageOptions: { sourceType: "script", globals: { ...globals.browser, __md_get: "readonly" } },
  },
  {
    files: [`${ASSETS}/search/*.js`],
    languageOptions: { sourceType: "module", globals: globals.worker },
  },
  {
    files: ["plugins/digest/exports/offline/worker.js"],
    languageOptions: { sourceType: "script", globals: globals.serviceworker },
    rules: { "no-implicit-globals": "off" },
  },
  {
    files: ["tests/browser/*.js"],
    languageOptions: { sourceType: "script", globals: globals.browser },
  },
  {
    files: ["tests/js/**/*.js", "*.config.js"],
    languageOptions: { sourceType: "module", globals: { ...globals.nodeBuiltin } },
  },
]
