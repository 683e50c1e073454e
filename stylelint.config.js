// The stylesheets of the theme: the standard rules, and the names that a digest's classes have.
export default {
  extends: "stylelint-config-standard",
  rules: {
    // A block, its parts, its kinds: dg-claims, dg-claims__list; the theme's own classes begin with md-.
    "selector-class-pattern": ["^[a-z][a-z0-9]*(-[a-z0-9]+)*(__[a-z0-9-]+)?(--[a-z0-9-]+)?$", { resolveNestedSelectors: true }],
    // The theme's variables have kinds too: --md-primary-fg-color--light.
    "custom-property-pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*(--[a-z0-9-]+)?$",
    // Rules stand by what they are about, not by how special their selector is.
    "no-descending-specificity": null,
    // A family's name is spelt as its foundry does.
    "value-keyword-case": ["lower", { ignoreProperties: ["/^--dg-(sans|serif|kai)$/"] }],
    "comment-empty-line-before": null,
    "rule-empty-line-before": null,
    "at-rule-empty-line-before": null,
    "declaration-empty-line-before": null,
  },
}
