/**
 * Stands in for @emotion/sheet: rules go into constructed style sheets. Those are scripts' own
 * objects, which the content security policy does not mind, so that the page needs neither a nonce
 * nor inline styles.
 */
export class StyleSheet {
  constructor({ key, nonce, container, prepend }) {
    this.key = key;
    this.nonce = nonce;
    this.container = container;
    this.prepend = prepend;
    this.tags = [];
  }

  hydrate() {}

  insert(rule) {
    if (this.tags.length === 0) {
      const sheet = new CSSStyleSheet();
      this.tags.push(sheet);
      const others = document.adoptedStyleSheets;
      document.adoptedStyleSheets = this.prepend ? [sheet, ...others] : [...others, sheet];
    }
    const [sheet] = this.tags;
    try {
      sheet.insertRule(rule, sheet.cssRules.length);
    } catch {
      // A rule with a selector of another browser, which emotion leaves to each to pass over.
    }
  }

  flush() {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => !this.tags.includes(sheet));
    this.tags = [];
  }
}
