import { Schema } from 'prosemirror-model';
import { address } from './address.js';

const says = (element, style) => style.test(element.getAttribute('data-style') ?? '');

// Word has properties of its own whose names end like these.
const HEAVY = /(^|[;\s])font-weight:\s*(bold|[6-9]00)/;
const NORMAL = /(^|[;\s])font-weight:\s*(normal|400)/;
const SLANTED = /(^|[;\s])font-style:\s*(italic|oblique)/;
const UPRIGHT = /(^|[;\s])font-style:\s*normal/;

// What an element of a page or of a word processor means here; what has no rule leaves its words alone.
const marked = (tags, style, but) => [
  ...tags.map(tag => ({ tag, getAttrs: element => !says(element, but) && null })),
  { tag: 'span', consuming: false, getAttrs: element => says(element, style) && null },
];

/** What a text is made of: what the server reads, and nothing more. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'text*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    list: { group: 'block', content: 'item+', parseDOM: [{ tag: 'ul' }, { tag: 'ol' }], toDOM: () => ['ul', { class: 'points' }, 0] },
    item: {
      content: 'paragraph+',
      defining: true,
      parseDOM: [{ tag: 'li' }, { tag: 'p[class*="MsoList"]', priority: 60 }],
      toDOM: () => ['li', 0],
    },
    quotation: {
      group: 'block',
      content: 'paragraph+',
      defining: true,
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: () => ['blockquote', { class: 'cited' }, 0],
    },
    text: {},
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: element => {
            const href = address(element.getAttribute('href'));
            return href !== undefined && { href };
          },
        },
      ],
      toDOM: mark => ['a', { href: mark.attrs.href }, 0],
    },
    strong: { parseDOM: marked(['strong', 'b'], HEAVY, NORMAL), toDOM: () => ['strong', 0] },
    emphasis: { parseDOM: marked(['em', 'i'], SLANTED, UPRIGHT), toDOM: () => ['em', 0] },
  },
});
