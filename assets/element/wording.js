/* Expressions that medical advertising must not hold: found in a clinic's own texts, by the rules of content/wording.json,
   as src/content/wording finds them, which says how the rules are read; the tests hold the two together, line by line.
   Loaded only where a page has a clinic's file of its own.
   What must not be in it: which texts are looked at; the screen. */

const HIDDEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const CLUSTER = /.[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*/gsu;
const SENTENCE = /.*?(?:[。！？!?\n｡]|\.(?= +(?:[^ \d]|$))|$)/gs;
const split = (list) => (list ?? '').split('|').filter(Boolean);
const letters = (text) => [...text].length;

/* A text in one spelling: width, case, spaces, what hides a word, and the variants of a verb's kana. `at` says of each
   letter, and of the end, where it stood. */
function alike(original, { joined, spellings }) {
  let wide = '', text = '';
  const from = [], at = [];
  const add = (letter, index) => {
    if (HIDDEN.test(letter) || (joined && /[*_~☆★♪]/.test(letter))) return;
    if (/\p{White_Space}/u.test(letter)) {
      if (joined || !wide || wide.endsWith(' ')) return;
      letter = ' ';
    } else if (!joined && /[-‐‑]/.test(letter)) letter = ' ';
    else if (/[‘’]/.test(letter)) letter = "'";
    else letter = letter.replace(/[A-Z]/, (one) => one.toLowerCase());
    wide += letter;
    for (const _ of letter.split('')) from.push(index);
  };
  // Marks go with the letter before them: カ + ゛ is ガ.
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) for (const letter of cluster.normalize('NFKC')) add(letter, index);
  const variants = split(spellings).map((line) => line.split('='));
  for (let index = 0; index < wide.length;) {
    const [variant, standard] = variants.find(([one]) => wide.startsWith(one, index)) ?? [wide[index], wide[index]];
    for (const _ of standard.split('')) at.push(from[index]);
    text += standard;
    index += variant.length;
  }
  return { text, at: [...at, original.length] };
}

/* Calls `found` with all places of all words of a group until it says that this is enough. */
function words(group, text, table, found) {
  const inside = (letter) => /[a-z0-9]/i.test(letter ?? '');
  return split(group).some((word) => {
    if (word[0] === '$') return words(table.sets?.[word], text, table, found);
    const stem = word.replace(/\*$/, '');
    for (let at = text.indexOf(stem); stem && at >= 0; at = text.indexOf(stem, at + stem.length)) {
      const end = at + stem.length;
      if ((table.joined || (!inside(text[at - 1]) && (stem !== word || !inside(text[end])))) && found(at, end)) return true;
    }
    return false;
  });
}
const any = (list, text, table) => words(list, text, table, () => true);

/* Where the rest of a pattern ends, if it follows on `from`; otherwise nothing. */
function follow(rest, text, from, table) {
  if (!rest) return from;
  const [, joint, group, more] = /^(~~|~|\+)([^~+]*)(.*)$/s.exec(rest);
  const gap = { '~~': Infinity, '~': table.gap }[joint] ?? 0;
  const tail = text.slice(from);
  let nearest;
  words(group, tail, table, (start, end) => {
    if (letters(tail.slice(0, start).trim()) > gap || from + end >= nearest) return;
    const last = follow(more, text, from + end, table);
    if (last != null) nearest = Math.min(nearest ?? last, last);
  });
  return nearest;
}

/* All places where one of the patterns stands, from the start on; of those that start at one place the longest first. */
function matches(patterns, text, table) {
  const found = [];
  for (const pattern of patterns) {
    const [, first, rest] = /^([^~+]*)(.*)$/s.exec(pattern);
    words(first, text, table, (start, end) => {
      const last = follow(rest, text, end, table);
      if (last != null) found.push([start, last]);
    });
  }
  return found.sort(([a, x], [b, y]) => a - b || y - x);
}

/* Whether the sentence takes back what was found. */
function excused({ unless = '', except }, text, [start, end], table) {
  const may = (word) => unless.split(' ').includes(word);
  const after = text.slice(end);
  const breaks = split(table.breaks);
  const ends = breaks.map((mark) => {
    // The last letter found may belong to the mark: 和らぐ + ので.
    for (let at = text.indexOf(mark, end - 1); at >= 0; at = text.indexOf(mark, at + 1)) {
      // A comma after the topic ends nothing.
      if (mark !== '、' || text[at - 1] !== 'は' || at < end) return Math.max(at, end);
    }
    return text.length;
  });
  // Japanese takes back at the end.
  const from = table.joined ? end : Math.max(0, ...breaks.map((mark) => text.slice(0, start).lastIndexOf(mark)));
  const part = text.slice(from, Math.min(text.length, ...ends));
  return (may('negated') && (any(table.negations, part, table) || any(table.qualified, after, table)))
    || (may('hedged') && any(table.hedges, text, table)) || (may('followed') && any(table.hedges, after, table))
    || (may('asked') && (any(table.questions, after, table) || /[?か]$/.test(text.trimEnd()))) || any(except, text, table);
}

/* The rules, read; nothing where there are none. */
export function rules(json) {
  let tables = [];
  try {
    tables = JSON.parse(json).languages ?? [];
  } catch { /* Rules that cannot be read are no rules. */ }
  if (!tables.some(({ rules }) => rules?.length)) return null;

  /* A line for each expression that a text may not hold, in the order of the text; of one rule at most one per place. */
  const objections = (text) => {
    const lines = [];
    for (const { 0: sentence, index: from } of text.matchAll(SENTENCE)) {
      const japanese = /[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]/.test(sentence);
      for (const table of tables.filter(({ joined }) => japanese || !joined)) {
        const plain = alike(sentence, table);
        for (const rule of table.rules ?? []) {
          let last = 0;
          for (const place of matches(rule.patterns, plain.text, table)) {
            if (place[0] < last || excused(rule, plain.text, place, table)) continue;
            last = place[1];
            const [start, end] = place.map((index) => plain.at[index]);
            const at = from + start;
            // "No.1" is said in both languages.
            if (lines.some((other) => other.at === at && other.id === rule.id)) continue;
            lines.push({ at, id: rule.id, line: `${rule.id}: 「${sentence.slice(start, end).trim()}」 ${rule.advice}` });
          }
        }
      }
    }
    const plain = alike(text, { joined: true }).text;
    const counts = (number) => RegExp(`(?:^|\\D)${number}(?:人|名|例|people|patients)`).test(plain);
    const alone = counts(16) && !counts(29);
    return [...lines.sort((a, b) => a.at - b.at).map(({ line }) => line),
      ...(alone ? ['h1-without-h2: 16人の報告は、差が見られなかった29人の比較試験といっしょに書いてください。'] : [])];
  };

  /* What a new wording no longer says of how a thing is known, and which people it speaks of that the old one does not. */
  const shifts = (lang, old, text) => {
    const table = tables.find((one) => one.lang === lang);
    if (!table) return { lost: [] };
    const [before, now] = [old, text].map((one) => alike(one, table).text);
    const lost = (table.marks ?? []).filter((list) => any(list, before, table) && !any(list, now, table));
    const people = split(table.people).find((word) => any(word, now, table));
    return {
      lost: lost.map((list) => split(list).find((word) => any(word, before, table))),
      people: any(table.people, before, table) ? null : people,
    };
  };
  return { objections, shifts };
}
