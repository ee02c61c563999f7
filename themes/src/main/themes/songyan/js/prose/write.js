// Writes a document as the text that the server reads: each paragraph, item and quoted paragraph in a line.

const PREFIX = { list: '- ', quotation: '> ' };

export function write(doc) {
  const lines = [];
  doc.forEach(block =>
    block.type.name === 'paragraph'
      ? lines.push(line(block).replace(/^[->](?=\s)/, '\\$&'))
      : block.descendants(node => {
          if (!node.isTextblock) return;
          const text = line(node);
          lines.push(text && PREFIX[block.type.name] + text);
        }),
  );
  return lines.filter(Boolean).join('\n');
}

function line(paragraph) {
  const runs = settled(joined(runsOf(paragraph)));
  let text = '';
  for (let at = 0; at < runs.length; ) {
    const { href } = runs[at];
    let end = at;
    let words = '';
    while (end < runs.length && runs[end].href === href) {
      words += styled(runs[end], href !== undefined);
      end++;
    }
    // An exclamation mark before a link would make an image of it.
    text = href === undefined || !words.trim() ? text + words : `${text.replace(/!$/, '\\!')}[${words}](${destination(href)})`;
    at = end;
  }
  return text.trim();
}

/** The words of a paragraph with as many asterisks as they need; those around white space would not be read as marks. */
function runsOf(paragraph) {
  const runs = [];
  paragraph.forEach(node => {
    const mark = name => node.marks.find(each => each.type.name === name);
    const style = (mark('strong') ? 2 : 0) + (mark('emphasis') ? 1 : 0);
    const href = mark('link')?.attrs.href;
    const [, before, words, after] = node.text.replace(/[\s\u00a0]*\n\s*|\u00a0/g, ' ').match(/^(\s*)(.*?)(\s*)$/s);
    runs.push({ text: before, style: 0, href }, { text: words, style, href }, { text: after, style: 0, href });
  });
  return runs.filter(run => run.text);
}

function joined(runs) {
  const all = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last && last.style === run.style && last.href === run.href) last.text += run.text;
    else all.push({ ...run });
  }
  return all;
}

/**
 * Strong words that turn into emphasised ones by way of words that are both have more asterisks between
 * them than CommonMark can part: there the words that are both are only strong.
 */
function settled(runs) {
  const style = at => runs[at]?.style ?? 0;
  return joined(runs.map((run, at) => (run.style === 3 && style(at - 1) * style(at + 1) === 2 ? { ...run, style: 2 } : run)));
}

function styled({ text, style }, linked) {
  const stars = '*'.repeat(style);
  return stars + escaped(text, linked) + stars;
}

function escaped(text, linked) {
  const marks = text.replace(/\\(?=[\\*[\](>!-])|\\$|\*/g, '\\$&');
  return linked ? marks.replace(/[[\]]/g, '\\$&') : marks.replace(/\](?=\()/g, '\\$&');
}

const destination = href => href.replace(/[()<>\\\s]/g, sign => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
