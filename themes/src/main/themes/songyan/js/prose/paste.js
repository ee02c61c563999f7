import { DOMParser } from 'prosemirror-model';
import { schema } from './schema.js';

// Word processors and pages bring their whole dress along. What the schema knows is kept, the rest is not:
// what is done here is only to see where a line, an item or a heavy word is meant.

/** What must not even be parsed: by the policy of the page the browser complains of each style and handler. */
export function undressed(html) {
  return html
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, tag => tag.replace(/\s(style|on\w+)\s*=/gi, ' data-$1='));
}

/** Bullets that Word draws itself, and paragraphs of nothing. */
function empty(element) {
  return /mso-list:\s*ignore/i.test(element.getAttribute('data-style') ?? '') || (element.matches('p') && !element.textContent.trim());
}

class PasteParser extends DOMParser {
  parseSlice(dom, options) {
    for (const element of dom.querySelectorAll('xml, [data-style], p')) if (element.matches('xml') || empty(element)) element.remove();
    // A block that holds nothing ends the line before it.
    for (const end of dom.querySelectorAll('br, td, th')) {
      const line = dom.ownerDocument.createElement('div');
      if (end.matches('br')) end.replaceWith(line);
      else end.append(line);
    }
    return super.parseSlice(dom, options);
  }
}

export const pasteParser = new PasteParser(schema, DOMParser.fromSchema(schema).rules);
