/* A clinic's own file where no engine is: its facts, read as the engine reads them, with the expressions that the rules
   forbid found as the engine finds them (src/content/wording says how). Loaded in the still tier alone.
   What must not be in it: the screen; which facts the rules ask for. Words that a file puts anew are the engine's. */

/* Each part with its facts and how they are written; words where nothing stands. As in src/content/clinic.rs. */
export const PARTS = {
  clinic: ['name', 'telephone', 'mail', 'hours', 'address', 'website', 'offer'],
  treatment: ['sought', 'treatment', 'cost', 'period', 'sessions', 'product', 'maker', 'origin'],
  about: ['basis', 'author', 'funding', 'published', 'revised', 'policy'],
};
export const FORM = { telephone: 'tel', mail: 'mail', website: 'link', sought: 'yes', cost: 'amount', period: 'amount', sessions: 'amount', published: 'day', revised: 'day' };
const KEYS = Object.values(PARTS).flat();
const MAIL = /^[!-+\-./0-:<-?A-~]+@[!-+\-/0-:<-?A-~]+(\.[!-+\-/0-:<-?A-~]+)+$/;
const table = (value) => (Object(value) === value && !Array.isArray(value) ? value : {});
const split = (list) => (list ?? '').split('|').filter(Boolean);
const letters = (text) => [...text].length;

/* ---- expressions ---- */

/* A text in one spelling: width, case, spaces, what hides a word, and the variants of a verb's kana. */
function alike(text, { joined, spellings }) {
  let plain = text.normalize('NFKC').replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '').replace(/[‘’]/g, "'").replace(/[A-Z]/g, (one) => one.toLowerCase());
  plain = joined ? plain.replace(/[\s*_~☆★♪]/g, '') : plain.replace(/[\s‐‑-]+/g, ' ').trimStart();
  const variants = split(spellings).map((line) => line.split('='));
  let out = '';
  for (let at = 0; at < plain.length;) {
    const [variant, standard] = variants.find(([one]) => plain.startsWith(one, at)) ?? [plain[at], plain[at]];
    out += standard;
    at += variant.length;
  }
  return out;
}

/* Calls `found` with all places of all words of a group until it says that this is enough. */
function words(group, text, rules, found) {
  const inside = (letter) => /[a-z0-9]/i.test(letter ?? '');
  return split(group).some((word) => {
    if (word[0] === '$') return words(rules.sets?.[word], text, rules, found);
    const stem = word.replace(/\*$/, '');
    for (let at = text.indexOf(stem); stem && at >= 0; at = text.indexOf(stem, at + stem.length)) {
      const end = at + stem.length;
      if ((rules.joined || (!inside(text[at - 1]) && (stem !== word || !inside(text[end])))) && found(at, end)) return true;
    }
    return false;
  });
}
const any = (list, text, rules) => words(list, text, rules, () => true);

/* Where the rest of a pattern ends, if it follows on `from`; otherwise nothing. */
function follow(rest, text, from, rules) {
  if (!rest) return from;
  const [, joint, group, more] = /^(~~|~|\+)([^~+]*)(.*)$/s.exec(rest);
  const gap = { '~~': Infinity, '~': rules.gap }[joint] ?? 0;
  const tail = text.slice(from);
  let nearest;
  words(group, tail, rules, (start, end) => {
    if (letters(tail.slice(0, start).trim()) > gap || from + end >= nearest) return;
    const last = follow(more, text, from + end, rules);
    if (last != null) nearest = Math.min(nearest ?? last, last);
  });
  return nearest;
}

/* Whether the sentence takes back what was found. */
function excused({ unless = '', except }, text, [start, end], rules) {
  const may = (word) => unless.split(' ').includes(word);
  const after = text.slice(end);
  const ends = split(rules.breaks).map((mark) => {
    for (let at = text.indexOf(mark, end - 1); at >= 0; at = text.indexOf(mark, at + 1)) {
      // A comma after the topic ends nothing.
      if (mark !== '、' || text[at - 1] !== 'は' || at < end) return Math.max(at, end);
    }
    return text.length;
  });
  const part = text.slice(rules.joined ? end : Math.max(0, ...split(rules.breaks).map((mark) => text.slice(0, start).lastIndexOf(mark))), Math.min(text.length, ...ends));
  return (may('negated') && (any(rules.negations, part, rules) || any(rules.qualified, after, rules)))
    || (may('hedged') && any(rules.hedges, text, rules)) || (may('followed') && any(rules.hedges, after, rules))
    || (may('asked') && (any(rules.questions, after, rules) || /[?か]$/.test(text.trimEnd()))) || any(except, text, rules);
}

/* Why a text may not be shown, or nothing. */
export function objection(text, { languages = [] } = {}) {
  for (const sentence of text.match(/.*?(?:[。！？!?\n｡]|\.(?= +(?:[^ \d]|$))|$)/gs).filter(Boolean)) {
    const japanese = /[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]/.test(sentence);
    for (const rules of languages.filter(({ joined }) => japanese || !joined)) {
      const plain = alike(sentence, rules);
      for (const rule of rules.rules) {
        for (const pattern of rule.patterns) {
          const [, first, rest] = /^([^~+]*)(.*)$/s.exec(pattern);
          let last = 0;
          const hit = words(first, plain, rules, (start, end) => {
            last = follow(rest, plain, end, rules);
            return last != null && !excused(rule, plain, [start, last], rules);
          });
          if (hit) return `${rule.id}: ${rule.advice}`;
        }
      }
    }
  }
  const plain = alike(text, { joined: true });
  const counts = (number) => new RegExp(`(?:^|\\D)${number}(?:人|名|例|people|patients)`).test(plain);
  return counts(16) && !counts(29) && 'h1-without-h2: 16人の報告は、差が見られなかった29人の比較試験といっしょに書いてください。';
}

/* ---- facts ---- */

/* What is wrong with one text, or nothing. */
function fault(text, form, wording) {
  if (typeof text !== 'string') return 'not a text';
  if (!text.trim()) return 'empty';
  if (text.includes('<')) return 'holds markup, which is shown as plain text';
  const plain = text.normalize('NFKC');
  const digits = plain.match(/[0-9]/g)?.length ?? 0;
  if (form === 'tel') return (digits < 9 || /[^0-9+() -]/.test(plain)) && 'not a telephone number';
  if (form === 'mail') return !MAIL.test(text) && 'not a mail address';
  if (form === 'link') return !/^https:\/\/[^\s\p{Cc}]+$/u.test(text) && 'not an https address';
  if (form === 'day') return !/^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) && 'not a day such as 2026-01-31';
  if (letters(text) > 300) return 'longer than 300 letters';
  if (form === 'amount' && !digits) return 'without a number';
  return wording && objection(text, wording);
}

/* The facts of the built-in file with the page's own over them, and what is wrong with it. Facts of two clinics never
   mix: a file that gives another name replaces all of them, but for those about the explainer. */
export function facts(filesText) {
  const { file, builtIn, own, wording } = JSON.parse(filesText);
  const problems = [];
  const read = (text, rules) => {
    const good = {};
    for (const [key, value] of Object.entries(table(table(JSON.parse(text ?? 'null')).clinic))) {
      const form = FORM[key];
      const tell = (path, reason) => { if (reason) problems.push(`${file} at clinic.${path}: ${reason}`); return !reason; };
      let fine = tell(key, !KEYS.includes(key) && 'not used by anything');
      if (fine && value !== null) {
        if (form === 'yes') fine = tell(key, typeof value !== 'boolean' && 'neither true nor false');
        else if ((!form || form === 'amount') && table(value) === value) {
          const each = Object.entries(value);
          fine = each.length > 0 && each.map(([lang, text]) => tell(`${key}.${lang}`, fault(text, form, rules))).every(Boolean);
        } else fine = tell(key, fault(value, form, rules));
      }
      if (fine) good[key] = value;
    }
    return good;
  };
  let all = read(builtIn);
  if (own && !wording) problems.push(`${file}: cannot be checked: content/wording.json is missing`);
  else if (own) {
    const over = read(own, JSON.parse(wording));
    const renamed = over.name && JSON.stringify(over.name) !== JSON.stringify(all.name);
    const kept = Object.entries(all).filter(([key]) => !renamed || PARTS.about.includes(key));
    all = { ...Object.fromEntries(kept), ...over };
  }
  const states = (key) => all[key] != null && all[key] !== false;
  const fact = (key, lang) => {
    const value = all[key];
    return Object(value) === value ? value[lang] ?? Object.values(value)[0] : value;
  };
  return { states, fact, problems };
}
