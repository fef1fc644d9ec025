/* The one reader of a clinic's file in the browser: what a clinic says of itself, and the words it puts anew. Whatever is
   wrong in it is told and left out, and what is built in stands. As src/content/clinic reads it, which is what the content
   check runs; the tests hold the two together, line by line.
   What must not be in it: the screen; the network; which facts the rules ask for; the expressions they forbid. */

/* Each part with its facts and how they are written; words where nothing stands. */
export const PARTS = {
  clinic: ['name', 'telephone', 'mail', 'hours', 'address', 'website', 'offer'],
  treatment: ['sought', 'treatment', 'cost', 'period', 'sessions', 'product', 'maker', 'origin'],
  about: ['basis', 'author', 'funding', 'published', 'revised', 'policy'],
};
export const FORM = { telephone: 'tel', mail: 'mail', website: 'link', sought: 'yes', cost: 'amount', period: 'amount', sessions: 'amount', published: 'day', revised: 'day' };
const KEYS = Object.values(PARTS).flat();
const MAIL = /^[!#-+\--:<-?A-~]+@[!#-+\-/-:<-?A-~](?=.*\.)[!#-+\--:<-?A-~]*[!#-+\-/-:<-?A-~]$/;
const LINK = /^https:\/\/[^\p{White_Space}\p{Cc}]+$/u;
const DAY = /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const kind = (value) => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);
const list = (value) => [value ?? []].flat();
const letters = (text) => [...text].length;

/* Whether a fact is stated, and how it reads in a language: where there is none in it, in the one written first. */
export const states = (facts, key) => facts[key] != null && facts[key] !== false;
export function fact(facts, key, lang) {
  const value = facts[key];
  return kind(value) === 'object' ? value[lang] ?? Object.values(value)[0] : value;
}

/* Notes what is wrong: `fault(path, reason)`. */
const noting = (problems, file) => (path, reason) => { problems.push(`${file}${path && ` at ${path}`}: ${reason}`); };

/* What is wrong with any text that is to be shown. Markup would be shown as it stands; whoever wrote it meant otherwise. */
const unfit = (text) => [!/\P{White_Space}/u.test(text) ? 'empty' : text.includes('<') && 'holds markup, which is shown as plain text'];

/* ---- facts ---- */

function misfit(text, form) {
  const plain = text.normalize('NFKC');
  const digits = plain.match(/[0-9]/g)?.length ?? 0;
  if (form === 'tel') return (digits < 9 || /[^0-9+() -]/.test(plain)) && 'not a telephone number';
  if (form === 'mail') return !MAIL.test(text) && 'not a mail address';
  if (form === 'link') return !LINK.test(text) && 'not an https address';
  if (form === 'day') return !DAY.test(text) && 'not a day such as 2026-01-31';
  return letters(text) > 300 ? 'longer than 300 letters' : form === 'amount' && !digits && 'without a number';
}

/* The facts that can be shown; `wording` checks their words, where they are not the built-in ones. */
function factsOf(given, fault, wording) {
  const good = {};
  const fits = (path, text, form, key) => {
    if (typeof text !== 'string') return fault(path, 'not a text');
    // A house may be called No.1.
    const passed = (line) => /^(address|hours)$/.test(key) && line.startsWith('superlative: ');
    const words = !form || form === 'amount' ? wording?.objections(text) : [];
    const wrong = [...unfit(text), misfit(text, form), ...words ?? []].filter((line) => line && !passed(line));
    for (const reason of wrong) fault(path, reason);
    return !wrong.length;
  };
  for (const [key, value] of Object.entries(given)) {
    const form = FORM[key];
    const path = `clinic.${key}`;
    let fine = KEYS.includes(key);
    if (!fine) fault(path, 'not used by anything');
    else if (value === null) fine = true;
    else if (form === 'yes') {
      fine = typeof value === 'boolean';
      if (!fine) fault(path, 'neither true nor false');
    } else if ((!form || form === 'amount') && kind(value) === 'object') {
      const each = Object.entries(value).map(([lang, text]) => fits(`${path}.${lang}`, text, form, key));
      fine = each.length > 0 && each.every(Boolean);
    } else fine = fits(path, value, form, key);
    if (fine) good[key] = value;
  }
  return good;
}

/* Facts of two clinics never mix: a file that gives another name replaces all of them, but for those about the explainer. */
function over(facts, own) {
  const sorted = (name) => JSON.stringify(Object.entries(name ?? {}).sort());
  const renamed = states(own, 'name') && sorted(own.name) !== sorted(facts.name);
  const kept = Object.entries(facts).filter(([key]) => !renamed || PARTS.about.includes(key));
  return { ...Object.fromEntries(kept), ...own };
}

/* ---- names ---- */

const plain = (text) => text.normalize('NFKC').toLowerCase();
const bare = (text) => text.replace(/[^\p{Alphabetic}\p{N}]/gu, '');
const written = (value) => (kind(value) === 'object' ? Object.values(value) : [value]).filter((text) => typeof text === 'string').map(plain);
/* Words that ask a visitor to come or to call; addresses; telephone numbers. */
const REACH = /予約|問い?合わ?せ|お電話|ご来院|申し込|無料相談|無料カウンセリング|appointment|book now|call us|contact us|free consultation|@|:\/\/|[a-z\d]\.[a-z]{2}|(?:^|[^\d,])(?:\+[-‐−–ー().\/+\p{White_Space}]{0,2}\d|0)(?:[-‐−–ー().\/+\p{White_Space}]{0,3}\d){8}/u;

/* What tells whether a text names the clinic, says how to reach anyone, or invites: as src/content/clinic/naming.rs. */
function naming({ name, offer, address, telephone }) {
  const words = written(name).flatMap((one) => one.split(/\p{White_Space}/u)).map(bare).filter((word) => /[^\0-\x7f]/.test(word) && letters(word) > 3);
  const names = [...[name, offer, address].flatMap(written).map(bare), ...words, ...written(telephone).map((one) => bare(one).slice(-8))].filter(Boolean);
  return (text) => REACH.test(plain(text)) || names.some((one) => bare(plain(text)).includes(one));
}

/* The facts for a page that may not name its clinic: of those that do it all the same, only that they are stated. */
export function withheld(facts) {
  const tells = naming(facts);
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, PARTS.clinic.includes(key) || !written(value).some(tells) ? value : true]));
}

/* ---- words ---- */

/* Interface texts that a clinic may put anew. */
const UI = ['app.title', 'ask.intro', 'poster.kicker', 'poster.start'];

/* Whether a claim's sentence may be put anew: not where it is a risk, a statement of the rules, a result in people, or
   something unknown. */
function free({ explainer }, id) {
  const claim = list(explainer.claims).find((one) => one?.id === id);
  const { risks, statements, cost, research, message, approval } = explainer;
  const grades = list(claim?.grades);
  const reported = claim?.kind === 'finding' && claim.result === 'reported' && grades.length > 0;
  return (claim?.kind === 'definition' || (reported && grades.every((grade) => grade === 'cell' || grade === 'animal')))
    && ![risks, statements, cost, research, message, approval].flat().includes(id);
}
const steps = (key) => key === 'title' || key === 'long';
function allowed(content, [room, key, part, last, more]) {
  if (more) return false;
  if (room === 'scenes') return part === 'steps' ? steps(last) : !last && (part === 'description' || part === 'place');
  return key && !part && (room === 'claims' ? free(content, key) : room === 'ui' && UI.includes(key));
}

const places = (text) => JSON.stringify(text.split('{').slice(1).map((rest) => rest.split('}')[0]));

/* What speaks against a text in place of the built-in one. What it says of the evidence may not change. */
function objections(text, base, keys, content, wording, tells) {
  if (!allowed(content, keys)) return ['cannot be worded anew: it says how something is known, or is asked for by the rules'];
  const { lost, people } = wording.shifts(content.lang, base, text);
  return [
    ...unfit(text),
    letters(text) > Math.max(24, Math.floor(letters(base) * 3 / 2)) && 'too long for its place',
    places(text) !== places(base) && 'not the placeholders of the built-in text',
    ...lost.map((word) => `no longer says how it is known: ${word}`),
    people && `speaks of people, which the built-in text does not: ${people}`,
    tells(text) && 'names-clinic: names the clinic, a way to reach it, or invites: that is for the facts under `clinic`',
    ...wording.objections(text),
  ].filter(Boolean);
}

/* The words of the content with those of the file over them, where they may be. */
function reworded(texts, content, fault, wording, facts) {
  const tells = naming(facts);
  const lay = (own, base, path, keys) => {
    // A hole in a list of steps.
    if (own === null) return base;
    const form = kind(own);
    if (form !== kind(base) || !['object', 'list', 'string'].includes(form)) fault(path, 'not of the form of the built-in text');
    else if (form === 'string') {
      const wrong = objections(own, base, keys, content, wording, tells);
      for (const reason of wrong) fault(path, reason);
      if (!wrong.length) return own;
    } else if (form === 'list') {
      if (own.length > base.length) fault(path, 'longer than the built-in list');
      return base.map((one, index) => (index in own ? lay(own[index], one, `${path}[${index}]`, keys) : one));
    } else {
      const all = { ...base };
      for (const [key, value] of Object.entries(own)) {
        if (Object.hasOwn(base, key)) all[key] = lay(value, base[key], `${path}.${key}`, [...keys, key]);
        else fault(`${path}.${key}`, 'no such text');
      }
      return all;
    }
    return base;
  };
  const { lang } = content;
  for (const key of Object.keys(texts)) if (!list(content.explainer.languages).includes(key)) fault(`texts.${key}`, 'no such language');
  if (!Object.hasOwn(texts, lang)) return content.texts;
  if (kind(texts[lang]) === 'object') return lay(texts[lang], content.texts, `texts.${lang}`, []);
  fault(`texts.${lang}`, 'not an object');
  return content.texts;
}

/* ---- the file ---- */

function parsed(json) {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}

/* The built-in file with the page's own, named `file`, over it: the facts, the words of the content with those of the own
   one, and what is wrong. `wording` is wording.js's reading of the rules; without it nothing is taken of the own file. */
export function read({ builtIn, file, own }, content, wording) {
  const problems = [];
  const sections = (json, name, rules) => {
    const fault = noting(problems, name);
    const value = parsed(json);
    let facts = {}, texts = {};
    if (value === null) return { facts, texts, fault };
    if (kind(value) !== 'object') fault('', 'not an object');
    else for (const [key, section] of Object.entries(value)) {
      if (key === '$schema') continue;
      if (key !== 'clinic' && key !== 'texts') fault(key, 'not used by anything');
      else if (kind(section) !== 'object') fault(key, 'not an object');
      else if (key === 'texts') texts = section;
      else facts = factsOf(section, fault, rules);
    }
    return { facts, texts, fault };
  };
  // Its wording was checked when it was built in.
  const { facts } = sections(builtIn, 'content/clinic.json');
  if (own == null) return { facts, texts: content.texts, problems };
  if (!wording) {
    noting(problems, file)('', 'cannot be checked: content/wording.json is missing');
    return { facts, texts: content.texts, problems };
  }
  const given = sections(own, file, wording);
  const all = over(facts, given.facts);
  return { facts: all, texts: reworded(given.texts, content, given.fault, wording, all), problems };
}
