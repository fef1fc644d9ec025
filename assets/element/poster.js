/* What is needed before the engine is there: the element's attributes and content, checked, and in the form that the
   engine reads; its code; the poster; and the parts of its frame that the still tier shares. Everything on screen comes
   from the content files as text nodes; nothing is parsed as markup. What must not be in it: playback, what a scene
   shows. */

/* The opening view: gone to like a scene, and without a timeline. */
export const START = 'start';

/* A scene, or the opening view. */
export const pictured = ({ scenes, panels }, id) => [...scenes, ...(panels ?? [])].find((one) => one?.id === id);

/* ---- attributes and content ---- */

const CHOICES = {
  mode: ['explore', 'present'],
  profile: ['public', 'in-clinic'],
  theme: ['light', 'dark', 'auto'],
  loading: ['lazy', 'eager', 'interaction'],
};
const told = new WeakMap();

/* One warning for each wrong value of an element's attribute. */
function warn(host, name, value, rest) {
  const before = told.get(host) ?? {};
  if (before[name] === value) return;
  told.set(host, { ...before, [name]: value });
  console.warn(`exosome-explainer: ${name}="${value}" ${rest}`);
}

function choice(host, name, allowed = CHOICES[name], fallback = allowed[0]) {
  const value = host.getAttribute(name);
  if (!value || allowed.includes(value)) return value || fallback;
  warn(host, name, value, `is not one of ${allowed.join(', ')}; using "${fallback}"`);
  return fallback;
}

/* The scene that an element is in, once it is on screen. Asking it may bring us here again. */
let asking;
function here(host) {
  if (asking || !['live', 'still'].includes(host.dataset.tier)) return null;
  asking = true;
  try {
    return host.currentScene;
  } finally {
    asking = false;
  }
}
const judged = new WeakMap();

/* The attributes as the engine's options: every value is one that exists. */
export function attributes(host, { explainer }) {
  const ids = explainer.scenes.map(({ id }) => id);
  const names = host.getAttribute('scenes') ?? '';
  const words = names.split(/\s+/).filter(Boolean);
  const known = ids.filter((id) => words.includes(id));
  const scenes = known.length ? known : ids;
  if (words.some((id) => !ids.includes(id))) {
    warn(host, 'scenes', names, `names a scene that is not one of ${ids.join(', ')}; using "${scenes.join(' ')}"`);
  }
  const places = pictured(explainer, START) ? [...scenes, START] : scenes;
  const scene = choice(host, 'scene', places, scenes.includes(explainer.start) ? explainer.start : scenes[0]);
  // What is changed later means the scene on screen; where that changes it was right before.
  const at = here(host);
  const value = host.getAttribute('step');
  const valid = pictured(explainer, at ?? scene).steps.map((_, index) => String(index + 1));
  const step = Number(at && value === judged.get(host) ? valid.includes(value) ? value : 1 : choice(host, 'step', valid));
  judged.set(host, value);
  choice(host, 'loading');
  return { scene, step, scenes, mode: choice(host, 'mode'), profile: choice(host, 'profile'), theme: choice(host, 'theme') };
}

/* `auto` is the colour scheme in use around the element: the loader's shell shows it as the colour of CanvasText. */
export const shade = (theme, shell) =>
  theme !== 'auto' ? theme : /\d+/.exec(getComputedStyle(shell).outlineColor) > 127 ? 'dark' : 'light';

/* The visitor's pick, the attribute, the nearest lang in the page (through shadow hosts too), the browser's, ja. */
function language(host, picked, available) {
  const match = (tag) => tag && available.find((one) => `${tag}-`.toLowerCase().startsWith(`${one}-`.toLowerCase()));
  const own = host.getAttribute('lang');
  const tags = [picked, own];
  for (let node = host.parentNode; node; node = node.getRootNode().host) {
    const near = node.closest?.('[lang]');
    if (near) {
      tags.push(near.getAttribute('lang'));
      break;
    }
  }
  const lang = [...tags, ...(navigator.languages ?? []), 'ja'].map(match).find(Boolean) ?? available[0];
  if (own && !match(own)) warn(host, 'lang', own, `is not one of ${available.join(', ')}; using "${lang}"`);
  return lang;
}

/* The clinic's own file as text, asked for once on a page; null where there is none. What is wrong with it is said once,
   and the built-in content stands. Nothing waits for it. */
const own = {};
async function ask(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw Error(`answered ${answer.status}`);
  const text = await answer.text();
  const value = JSON.parse(text);
  if (Object(value) !== value || Array.isArray(value)) throw Error('is not an object');
  return text;
}
export async function clinics(host) {
  const path = host.getAttribute('content');
  if (!path) return null;
  try {
    const { href } = new URL(path, document.baseURI);
    return await (own[href] ??= ask(href).catch((error) => {
      delete own[href];
      throw error;
    }));
  } catch (error) {
    warn(host, 'content', path, `${error.message}; using the built-in content`);
    return null;
  }
}

/* What puts a clinic's own words into an element's content, as soon as they are there (clinic.js). */
export const rewording = new WeakMap();

/* The two content files, as text for the engine and parsed for the poster. Throws with the file's name. Where another
   language cannot be had, what was read `before` stays; at first, Japanese stands in. */
export async function read(host, picked, load, before) {
  const parse = async (path) => {
    const text = await load(path);
    try {
      const value = JSON.parse(text);
      if (Object(value) === value) return [value, text];
    } catch (error) {
      throw Error(`${path}: ${error.message}`);
    }
    throw Error(`${path}: not an object`);
  };
  clinics(host);
  const [whole, explainerText] = await parse('content/explainer.json');
  const scenes = [whole.scenes].flat().filter((one) => typeof one?.id === 'string' && one.steps?.length > 0);
  if (!scenes.length) throw Error('content/explainer.json at scenes: no usable scene');
  const languages = [whole.languages].flat().filter((one) => /^[\w-]+$/.test(one));
  let lang = language(host, picked, languages.length ? languages : ['ja']);
  const texts = await parse(`content/${lang}.json`).catch((error) => {
    if (!before && lang === 'ja') throw error;
    lang = before?.lang ?? 'ja';
    console.warn(`exosome-explainer: ${error.message}; using "${lang}"`);
    return before ? null : parse('content/ja.json');
  });
  if (!texts) return before;
  const content = { explainer: { ...whole, scenes }, explainerText, texts: texts[0], textsText: texts[1], lang, load };
  rewording.get(host)?.(content);
  return content;
}

/* ---- code that comes later ---- */

/* A JSON file for the engine, in one text: `"` begins a text, which ends in U+0000, `#` stands for the next of the
   numbers, `[` and `{` end in `]`. Deeper nesting than this is null: content is six levels deep, and a hostile file must
   not use up the stack. */
const DEEPEST = 64;
function flatten(json) {
  const numbers = [];
  const text = (value) => `"${value.replaceAll('\0', '')}\0`;
  const put = (value, depth) => {
    if (typeof value === 'string') return text(value);
    if (typeof value === 'number') return numbers.push(value), '#';
    if (!value || depth > DEEPEST) return value === false ? 'f' : 'n';
    if (value === true) return 't';
    if (Array.isArray(value)) return `[${value.map((one) => put(one, depth + 1)).join('')}]`;
    return `{${Object.entries(value).map(([key, one]) => text(key) + put(one, depth + 1)).join('')}]`;
  };
  return [put(JSON.parse(json), 1), numbers];
}
const flattened = new Map();
/* The engine's way to it: the text, with the numbers added to a list. */
export function flat(json, list) {
  const [text, numbers] = flattened.get(json) ?? flatten(json);
  list.push(...numbers);
  return text;
}

const fetched = {};
/* A part of the program, compiled: a scene's. Asked for as soon as it is known which are needed, so that they come
   along with the engine, which hangs them in. What failed may be asked for again. */
export const code = (name) => fetched[name] ??= fetch(new URL(`parts/${name}.wasm`, import.meta.url)).then((response) => {
  if (response.ok) return response.arrayBuffer();
  throw Error(`parts/${name}.wasm: HTTP ${response.status}`);
}).then((bytes) => WebAssembly.compile(bytes)).catch((error) => {
  fetched[name] = undefined;
  throw error;
});

/* An app, and where its element is to be. */
export function record({ Explainer }) {
  const made = {};
  made.app = new Explainer((name, detail) => made.host?.hear(name, detail));
  return made;
}

/* Puts an element's app under its old picture, at the place where that was. One warning for each set of problems. */
export function mount(inside, told) {
  const { shell, content, place, record } = inside;
  const { app } = record;
  const old = shell.firstElementChild;
  const options = { ...inside.options(), ...place, snapshot: inside.snapshot };
  const problems = app.configure(JSON.stringify(options), content.explainerText, content.lang, content.textsText);
  if (problems !== '[]' && !told[problems]) console.warn('exosome-explainer: ' + (told[problems] = problems));
  inside.app = app;
  inside.snapshot = undefined;
  record.host = inside;
  shell.prepend(app.root);
  app.root.lang = content.lang;
  shell.className = 'shell';
  app.attach();
  handOver(old, app.root);
}

/* The engine with the code of the first scene. What follows is a task of its own: the page may answer in between. */
export async function complete(engine, { scene }, { explainerText, textsText }) {
  const pause = () => new Promise((done) => setTimeout(done));
  const early = code(scene).catch(String);
  await pause();
  // The processor has time while the engine is on its way.
  for (const json of [explainerText, textsText]) if (!flattened.has(json)) flattened.set(json, flatten(json));
  const glue = await engine;
  await early;
  await glue.part(scene);
  await pause();
  return glue;
}

/* ---- building ---- */

const SVG = 'http://www.w3.org/2000/svg';

const BODY = 'M12 1.8a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 1 1 0-4.6M8.7 7.4h6.6c1.2 0 1.9.8 2.1 1.9l1 5.6-1.5.3-1.2-4.6-.2 4 .7 8.1h-2.2L12 15.8l-1.3 6.9H8.5l.7-8.1-.2-4-1.2 4.6-1.5-.3 1-5.6c.2-1.1.9-1.9 2.1-1.9z';
/* 24 × 24 outlines. `f` marks a filled path. */
const ICONS = {
  cell: 'M2.5 9a9.5 4.2 0 1 0 19 0a9.5 4.2 0 1 0-19 0v5.2c0 2.5 4.2 4.4 9.5 4.4s9.5-1.9 9.5-4.4V9',
  animal: 'M21.6 15.6c-1.6-4.2-4.6-6.6-8.2-7.2C7 7.4 3.4 11.4 3.4 15.2c0 1.8 1 3 2.8 3h12.6c1.8 0 3.3-.9 2.8-2.6zM3.6 16.6C1.4 17 .8 19.4 2.8 20.6c1 .6 3.2.6 5.4.6M9.7 8.2a2.9 2.9 0 1 1 5.8 0a2.9 2.9 0 1 1-5.8 0',
  'human-small': 'M8.4 6.6a3.6 3.6 0 1 1 7.2 0a3.6 3.6 0 1 1-7.2 0M4.6 20.4c0-5 3-8 7.4-8s7.4 3 7.4 8',
  'human-controlled': 'M4.1 7.2a2.9 2.9 0 1 1 5.8 0a2.9 2.9 0 1 1-5.8 0M1.8 19c0-4 2-6.4 5.2-6.4s5.2 2.4 5.2 6.4M14.7 7.2a2.9 2.9 0 0 1 3-2.9m2.7 1.9a2.9 2.9 0 0 1-.8 3M13.8 19q.1-2.6.9-4.3m1.7-1.9q2.4-.7 4.2 1.2M22.4 19q0-1.2-.4-2.6',
  play: 'f M8 5.5v13l10.5-6.5z',
  pause: 'w M8 5.5v13M16 5.5v13',
  previous: 'M15 5.5 8.5 12l6.5 6.5',
  next: 'M9 5.5 15.5 12 9 18.5',
  risk: 'M12 3.8 21.4 20H2.6zM12 10v4.6M12 17.4v.1',
  list: 'M8.5 6.5h11M8.5 12h11M8.5 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1',
  sources: 'M6 3.5h8.5L19 8v12.5H6zM14 3.5V8.5h5M9 13h7M9 16.5h5',
  drip: 'M12 3.5c3.6 4.6 5.6 7.6 5.6 10.4a5.6 5.6 0 0 1-11.2 0C6.4 11.1 8.4 8.1 12 3.5z',
  local: 'M14 4.5 19.5 10M16.8 7.2 9.5 14.5l-4.6 1.2 1.2-4.6 7.3-7.3M4.5 19.5h8',
  home: 'M4 11.5 12 4.5l8 7M6.5 10v9.5h11V10',
  ask: 'M4 5.5h16v11h-8.5L7 20v-3.5H4zM9.8 9.4c.2-1.3 1-2 2.3-2 1.3 0 2.2.8 2.2 1.9 0 1.6-2.1 1.6-2.1 3.1M12.1 14.4v.1',
  without: 'M4 12a8 8 0 1 1 16 0a8 8 0 1 1-16 0M6.5 17.5l11-11',
  with: 'M3.4 12a8.6 8.6 0 1 1 17.2 0a8.6 8.6 0 1 1-17.2 0M6.4 12a5.6 5.6 0 1 1 11.2 0a5.6 5.6 0 1 1-11.2 0M10 12.8h.6M13.5 11h.6',
  language: 'M3.4 12a8.6 8.6 0 1 1 17.2 0a8.6 8.6 0 1 1-17.2 0M3.4 12h17.2M12 3.4c3.2 3 3.2 14.2 0 17.2M12 3.4c-3.2 3-3.2 14.2 0 17.2',
  unknown: 'M8.6 9c.2-2 1.5-3.2 3.5-3.2s3.4 1.2 3.4 3c0 2.5-3.3 2.6-3.3 5.2M12.2 18.2v.1',
  pro: 'M12 3.5l2.4 5.6 6.4 7.4-8.6-1.2-8.6 1.2 5.8-6.6z',
  anti: 'M5 9.2a4 4 0 1 1 8 0a4 4 0 1 1-8 0M11 15a4 4 0 1 1 8 0a4 4 0 1 1-8 0',
  trophic: 'M12 4a8 8 0 1 0 0 16zM12 4l4-.8v3.6l4.4.6-2.4 3.2 2.8 2.2-3.4 2.2 1.6 3.6-4.2.2-.6 1.8H12z',
  exosome: 'M3.4 12a8.6 8.6 0 1 1 17.2 0a8.6 8.6 0 1 1-17.2 0M6.4 12a5.6 5.6 0 1 1 11.2 0a5.6 5.6 0 1 1-11.2 0M10 12.8h.6M13.5 11h.6',
};

/* h('button.btn', {click, 'aria-label': …}, 'text', node): an element. Functions become listeners; null, false
   and undefined are left out. */
export function h(name, attributes, ...children) {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value != null && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  if (tag === 'button') element.type = 'button';
  element.append(...children.flat(2).filter((child) => child != null && child !== false && child !== ''));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  const [, kind, d] = /^(?:(\w) )?(.*)$/.exec(ICONS[name] ?? '');
  path.setAttribute('d', d);
  if (kind === 'f') path.setAttribute('fill', 'currentColor');
  if (kind === 'w') path.setAttribute('stroke-width', '3.4');
  svg.append(path);
  return svg;
}

/* A figure with a dot where the scene is. */
function locator(spot) {
  const svg = icon();
  svg.setAttribute('class', 'locator');
  svg.replaceChildren(...[['body', BODY], ['here', `M${spot}h.01`]].map(([name, d]) => {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('class', name);
    path.setAttribute('d', d);
    return path;
  }));
  return svg;
}

/* A sentence that breaks between phrases where the language has no spaces, as in src/ui/html.rs. */
export const sentence = (text = '') => text.split(/(?<=(?![おご]|じ引)[ぁ-ん])(?=[一-龠ァ-ヶ「0-9A-Z])|(?<=\/)/).flatMap((phrase, at) => (at ? [document.createElement('wbr'), phrase] : phrase));

/* Fills {named} places. */
export const fill = (template, values) => (template ?? '').replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);

/* The visitor's own lasting choices, as the engine keeps them. */
export function stored() {
  try {
    const line = localStorage.getItem('exosome-explainer') ?? '';
    const text = Number(/\btext=(\d+)/.exec(line)?.[1]);
    return { theme: /\btheme=(light|dark|auto)\b/.exec(line)?.[1], scale: text >= 100 && text <= 200 ? text / 100 : 1 };
  } catch {
    return { scale: 1 };
  }
}

/* Sets theme, mode, text size and whether it is the opening view on .app. */
export function dress(app, { theme, mode, scale, scene }) {
  app.className = ['app', scene === START && 'at-start', theme === 'dark' && 'dark', mode === 'present' && 'present', scale > 1.3 && 'big'].filter(Boolean).join(' ');
  app.style.setProperty('--k', scale);
}

const LADDER = ['cell', 'animal', 'human-small', 'human-controlled'];

export const GRADES = [...LADDER, 'no-difference', 'unknown', 'definition', 'calculation'];

/* What a claim's badges are: its grades, or what it is. */
export const badgesOf = (claim) => {
  if (!claim) return [];
  if (claim.kind !== 'finding') return [claim.kind];
  if (claim.result === 'no-difference') return [...(claim.grades ?? []), 'no-difference'];
  return claim.grades ?? [];
};

/* Reading helpers over the two content files; whatever is missing is an empty string. */
export function reader({ explainer, texts }) {
  const ui = (key, values) => fill(texts.ui?.[key], values ?? {});
  const claim = (id) => texts.claims?.[id] ?? '';
  const known = (id) => explainer.claims?.find((one) => one.id === id);
  const badge = (name) => h('span.badge', { 'data-badge': name }, ICONS[name] && icon(name), ui('badge.' + name));
  return { ui, claim, known, badge };
}

/* Badges of several claims, each once, in the order of the evidence ladder. Where it is wished, with the last grade
   of those that share it: what was tested and how it was given. Of what nobody studied, nothing was. */
export function badges(read, ids, tested) {
  const claims = ids.map(read.known).filter(Boolean);
  const all = claims.flatMap(badgesOf);
  // "Not known" before all where the caption begins with it.
  const names = [...new Set([...all[0] === 'unknown' ? all.slice(0, 1) : [], ...GRADES.filter((name) => all.includes(name))])];
  const lines = names.map((name) => ['material', 'route'].map((key) => {
    const of = claims.filter((claim) => name !== 'unknown' && badgesOf(claim).includes(name)).flatMap((claim) => claim[key] ?? []);
    return [...new Set(of)].map((one) => read.ui('tested.' + one)).join('/');
  }));
  const words = (line, index) => tested && line.join('')
    && `${line}` !== `${names[index] === 'no-difference' ? lines[index - 1] : names[index + 1] !== 'no-difference' && lines[index + 1]}` && h('small.tested', null, line.map((text) => h('span', null, sentence(text))));
  // A badge, how it came out and what was tested stay together.
  const row = [];
  names.forEach((name, index) => {
    const said = words(lines[index], index);
    const badge = read.badge(name);
    if (name === 'no-difference' && !said && row.at(-1)?.matches('.finding')) row.at(-1).lastChild.before(badge);
    else row.push(said ? h('span.finding', null, badge, said) : badge);
  });
  return row;
}

/* What was tested, how it was given, and where one can read it. */
export function origin({ explainer, texts }, ui, { material = [], route = [], sources = [] }) {
  const line = (key, prefix, names) => names.length > 0 && h('p', null, sentence(`${ui(key)}: ${names.map((name) => ui(prefix + name)).join(' / ')}`));
  const source = (id) => {
    const title = texts.sources?.[id] ?? id;
    const { address } = explainer.sources?.find((one) => one.id === id) ?? {};
    if (!/^https:/.test(address)) return h('p', null, title + ' ', address !== 'own' && h('em', null, ui('sources.pending')));
    return h('p', null, h('a', { href: address, target: '_blank', rel: 'noopener noreferrer', title: ui('link.new-tab') }, title));
  };
  return h('div.origin', null, line('sources.material', 'material.', material), line('sources.route', 'route.', route), sources.map(source));
}

/* Claims as a list, each with its title, its badges and its sources. */
export function points(content, ids) {
  const read = reader(content);
  const row = (id) => h('div.badges', { role: 'group', 'aria-label': read.ui('badge.group') }, badges(read, [id]));
  return h('ul.points', { role: 'list' }, (ids ?? []).map((id) => h('li', { class: read.known(id)?.result === 'not-studied' && 'unknown' },
    content.texts.ui?.['title.' + id] && h('h5', null, sentence(read.ui('title.' + id))), sentence(read.claim(id)), row(id), origin(content, read.ui, read.known(id) ?? {}))));
}

/* The statements that the rules ask for, in their box. */
export function statements({ explainer, texts }, key = 'risk.statements') {
  const { ui, claim } = reader({ explainer, texts });
  return h('div.boxed', null, h('h4', null, sentence(ui(key))), h('ul', { role: 'list' }, (explainer.statements ?? []).map((id) => h('li', null, sentence(claim(id))))));
}

/* What a page inside the clinic always says, in sight without opening anything: the risks and the statements. */
export const said = (content) => [h('h4', null, reader(content).ui('risk.title')), points(content, content.explainer.risks), statements(content, 'disclosure.statements')];
export const duties = (content, { profile }) => profile === 'in-clinic' && h('section.more.duties', null, said(content));

/* Lays a sheet over everything; it opens at once and gives the focus back when it closes. */
export function lay(app, { ui }, kind, title, ...body) {
  const close = () => dialog.close();
  const dialog = h('dialog.sheet', { 'aria-label': title, 'data-sheet': kind, close: () => dialog.remove(), click: (event) => event.target === dialog && close() },
    h('div.sheet-head', null, h('h3', null, sentence(title)), h('button', { click: close, 'data-action': 'close' }, ui('close'))),
    h('div.sheet-body', { tabindex: '0' }, ...body));
  const old = app.querySelector('dialog');
  old?.close();
  old?.remove();
  app.append(dialog);
  dialog.showModal();
  return dialog;
}

/* A sheet with all the content's texts of one kind: risks, or questions. */
export function sheet(app, kind, content) {
  const { explainer, texts } = content;
  const read = reader(content);
  const { ui } = read;
  const part = (key, ids) => [h('h4', null, sentence(ui(key))), points(content, ids)];
  const body = kind === 'risk'
    ? [points(content, explainer.risks), statements(content), part('risk.tab.research', explainer.research), part('risk.tab.cost', explainer.cost)]
    : [h('ol.points', { role: 'list' }, (texts.questions ?? []).map((question) => h('li', null, sentence(question)))), part('ask.care', explainer.care)];
  return lay(app, read, kind, ui(kind + '.title'), h('p', null, sentence(ui(kind + '.intro'))), kind === 'ask' && h('p', null, sentence(ui('ask.why'))), ...body);
}

/* Routes beside each other, under the scene that has them for its matter: a table; narrow boxes show it as cards. */
export function compare(content, { controls = [] }) {
  const { ui, claim, ...read } = reader(content);
  if (!controls.includes('regions')) return null;
  const columns = ['drip', 'local', 'neither'];
  const cell = (column, ids) => h('td', null, h('b', { 'aria-hidden': 'true' }, ui('column.' + column)),
    (ids ?? []).map((id) => h('div', null, sentence(claim(id)), h('div.badges', null, badges({ ui, ...read }, [id], true)))));
  return h('div.more', null, h('table.compare', null, h('caption', null, sentence(ui('comparison.title'))),
    h('thead', null, h('tr', null, h('td'), columns.map((column) => h('th', { scope: 'col' }, ui('column.' + column))))),
    h('tbody', null, (content.explainer.comparison ?? []).map((row) => h('tr', null, h('th', { scope: 'row' }, sentence(ui('row.' + row.id))), columns.map((column) => cell(column, row[column])))))));
}

/* The main message. */
const message = (content) => {
  const { claim } = reader(content);
  return h('p.message', null, h('span.q', { 'aria-hidden': 'true' }, '?'), h('span', null, sentence(claim(content.explainer.message))));
};

/* The way to the pages of text. */
export function pages(content, on) {
  const { ui } = reader(content);
  return h('div.pages', { role: 'group', 'aria-label': ui('nav.pages') }, (content.explainer.pages ?? []).map(({ id }) =>
    h('button.wish', { 'data-action': 'page', 'data-value': id, click: () => on('page', id) }, icon('sources'), ui('page.' + id))));
}

/* What stands under the opening picture: the main message, and the way into each scene. */
export function choose(content, scenes, on) {
  const { explainer, texts } = content;
  const all = scenes.map((id) => pictured(explainer, id));
  const proposed = all.filter((one) => one.proposed > 0);
  const list = (some) => h('ol.scenes.choice', { role: 'list' }, some.map(({ id, figure }) => h('li', null,
    h('button.scene', { 'data-scene': id, click: () => on('scene', id, 1) }, h('b', null, figure), h('span', null, sentence(texts.scenes?.[id]?.title))))));
  const others = all.filter((one) => !(one.proposed > 0));
  const rest = others.filter(({ figure }) => figure >= (proposed[0]?.figure ?? 0));
  const { ui } = reader(content);
  return h('div.choose', null, message(content), list(others.filter((one) => !rest.includes(one))),
    proposed.length > 0 && h('h3.group', null, ui('nav.proposed')), list(proposed), proposed.length > 0 && rest.length > 0 && h('h3.group', null, ui('nav.compare')), list(rest), pages(content, on));
}

/* The list of scenes; the one on the stage unfolds its steps. */
export function rail({ explainer, texts }, place, on) {
  const { ui } = reader({ explainer, texts });
  const proposes = (id) => pictured(explainer, id)?.proposed > 0;
  const first = place.scenes.find(proposes);
  const list = place.scenes.map((id, at) => {
    const one = pictured(explainer, id);
    const name = texts.scenes?.[id];
    const current = id === place.scene;
    const step = (_, index) => {
      const number = index + 1;
      const title = name?.steps?.[index]?.title;
      return h('li', { class: number < place.step && 'done' },
        h('button', { 'data-step': number, 'aria-label': ui('step.name', { n: number, title }), 'aria-current': number === place.step && 'step', click: () => on('step', id, number) },
          h('b', { 'aria-hidden': 'true' }, number), h('span', null, sentence(title))));
    };
    const group = id === first ? 'proposed' : proposes(place.scenes[at - 1]) && !proposes(id) && 'compare';
    return [group && h('li.group', null, ui('nav.' + group)), h('li', null,
      h('button.scene', { 'aria-current': current && 'true', 'data-scene': id, click: () => on('scene', id, 1) }, h('b', null, one.figure), h('span', null, name?.nav ?? id)),
      current && h('ol.steps', { role: 'list' }, one.steps.map(step)))];
  });
  return h('ol.scenes', { role: 'list' }, list.flat());
}

/* The frame around the stage. `place` is {scene, step, scenes}; `on(action, id, step)` hears every button. */
export function frame(content, place, on) {
  const { explainer, texts } = content;
  const { ui } = reader(content);
  const scene = pictured(explainer, place.scene);
  const start = scene.id === START;
  const words = texts.scenes?.[scene.id] ?? {};
  const said = (state) => [ui('strip.' + state), state === 'not-studied' && ' ?'];
  // One strip, or one for each side.
  const sides = scene.strip?.drip ? Object.keys(scene.strip) : [];
  const name = (side) => h('span', null, icon(side), h('i', null, ui('side.' + side)));
  const cells = LADDER.map((grade) => {
    const state = sides.length ? null : scene.strip?.[grade] ?? 'not-studied';
    const of = (side) => h('span', { 'data-grade': grade, 'data-state': scene.strip[side][grade] }, h('i.sr', null, ui('side.' + side), ' '), said(scene.strip[side][grade]));
    return h('li.cell', { 'data-grade': grade, 'data-state': state }, h('b', null, icon(grade), ui('badge.' + grade)), state ? h('span', null, said(state)) : sides.map(of));
  });
  if (sides.length) cells.unshift(h('li.cell.names', { 'aria-hidden': 'true' }, sides.map(name)));
  const button = (kind) => h('button.btn', { 'data-action': kind, click: () => on(kind) }, icon(kind), ui(kind + '.button'));
  return {
    ui, scene, words,
    brand: h('div.brand', null, h('strong', null,
      h('button', { 'data-scene': START, 'aria-current': start && 'true', click: () => on('scene', START, 1) }, ui('app.title'))), h('small', null, ui('app.subtitle'))),
    rail: h('nav.rail', { 'aria-label': ui('nav.name') }, rail(content, place, on)),
    top: h('header.top', null, !start && h('span.plate', null, ui('figure'), h('b', null, scene.figure)),
      h('div', null, h('p.kicker', null, sentence(words.kicker), place.profile === 'in-clinic' && h('span.mark', null, ui('clinic.in-clinic'))), h('h2.title', null, sentence(words.title))),
      words.place && h('span.place', null, scene.locator && locator(scene.locator), words.place)),
    strip: !start && h(sides.length ? 'ul.strip.sides' : 'ul.strip', { role: 'list', 'aria-label': ui('strip.name') }, cells),
    foot: h('div.foot', null, button('risk'), button('ask')),
  };
}

/* The stage with a still in it, and over it what the painter leaves to the text layer. Stills come in two shapes,
   wide and narrow (lanes stacked; one lane whole): the width of the stage decides, as it does for the engine. */
export function stage(content, base, scene) {
  const { ui } = reader(content);
  const words = content.texts.scenes?.[scene] ?? {};
  const plan = pictured(content.explainer, scene);
  const image = h('img', { decoding: 'async', draggable: 'false' });
  const tag = (lane) => h('span.tag', { 'data-lane': lane }, icon(lane),
    h('span.long', null, ui('lane.' + lane)), h('span.short', null, ui(`lane.${lane}.short`)));
  const sign = (name) => h('li', { 'data-icon': name }, icon(name), ui('legend.' + name));
  const view = h('div.stage', { 'data-layout': plan?.lanes === 2 ? plan.layout ?? 'beside' : 'whole', 'data-lanes': plan?.lanes }, image, plan?.lanes === 2 && tag('without'), plan?.lanes === 2 && tag('with'), h('p.note', null, words.labels?.note ?? [h('span.whole', null, sentence(ui('note.schematic'))), h('span.brief', null, ui('note.schematic.short'))]),
    h('ul.legend', { role: 'list', 'aria-label': ui('legend.title') }, (plan?.legend ?? []).map(sign)));
  let file;
  const fit = () => {
    const url = new URL(`stills/${file}${view.clientWidth < 536.5 ? '-narrow' : ''}.svg`, base).href;
    if (view.clientWidth && image.src !== url) image.src = url;
  };
  const show = (step, theme) => {
    file = `${scene}-${step}-${theme}`;
    image.alt = words.steps?.[step - 1]?.long ?? '';
    fit();
  };
  new ResizeObserver(fit).observe(view);
  return { view, show };
}

/* The poster: step 1 of the scene, whatever step comes first, because there both lanes are alike. `host` is asked
   to play and to go places; sheets open at once. One that waits for its start button has time to learn the clinic's own
   words. */
export function poster(content, options, base, host, shell) {
  const own = stored();
  const theme = shade(own.theme ?? options.theme, shell);
  let app;
  const on = (action, id, step) => {
    // Whoever removes the element removes the wish; nobody has to hear of it.
    if (id) host.goTo(id, step).catch(String);
    else sheet(app, action, content);
  };
  const parts = frame(content, options, on);
  const { ui, scene } = parts;
  const { claim } = reader(content);
  const start = h('button.start', {
    'data-action': 'start',
    click: () => {
      start.setAttribute('aria-busy', 'true');
      start.lastChild.data = ui('loading');
      host.play().catch(String);
    },
  }, icon('play'), ui('poster.start'));
  const { view, show } = stage(content, base, options.scene);
  show(1, theme);
  const opening = options.scene === START;
  if (!opening) view.append(start);
  // The engine's two tools get the room they will need.
  const tools = h('div.tools', { 'aria-hidden': 'true' }, h('span.icon-btn'), h('span.icon-btn'));
  const minutes = Math.max(1, Math.round(scene.duration / 60));
  app = h('div', { part: 'app', lang: content.lang }, parts.brand, parts.rail, parts.top, tools, parts.strip, view,
    h('div.below', null, opening ? choose(content, options.scenes, on) : [
      h('p.about', null, `${ui('poster.kicker')} · ${ui('poster.length', { steps: scene.steps.length, minutes })}`),
      message(content),
      h('p.care', null, (content.explainer.care ?? []).flatMap((id) => [...sentence(claim(id)), ' '])),
      h('p.approval', null, sentence(claim(content.explainer.approval)), h('br'), ui('approval.note'))]),
    parts.foot, compare(content, scene), duties(content, options));
  dress(app, { theme, mode: options.mode, scale: own.scale, scene: scene.id });
  if (content.base || host.getAttribute('loading') !== 'interaction' || !host.getAttribute('content')) return app;
  import('./clinic.js').then((clinic) => clinic.waiting(host, content)).then((reworded) => {
    // Still the poster, and nobody at it.
    if (reworded && shell.firstChild === app && !app.matches(':focus-within') && !app.querySelector('dialog,[aria-busy]')) app.replaceWith(poster(content, options, base, host, shell));
  }).catch(String);
  return app;
}

/* What a name and a number lead to: nothing for a page, a step otherwise. A wrong one throws. */
export function place(inside, id, step) {
  if (!inside.content) throw RangeError(`goTo: "${id}" is not known, for there is no content`);
  const { explainer } = inside.content;
  if (explainer.pages?.some((one) => one.id === id)) return;
  const { scenes } = inside.options();
  const one = pictured(explainer, id);
  if (!one || (id !== START && !scenes.includes(id))) throw RangeError(`goTo: "${id}" is not one of: ${scenes.join(', ')}`);
  const found = one.steps[step - 1];
  if (!found) throw RangeError(`goTo: ${id} has the steps 1 to ${one.steps.length}`);
  return found;
}

/* Where an element stands before anything is loaded. */
export function first({ explainer }, { scene, step }) {
  const { steps, duration } = pictured(explainer, scene);
  if (scene === START) return { scene, step: 1, time: 0, duration: 0, paused: true };
  return { scene, step, time: steps[step - 1].start, duration, paused: true };
}

/* Takes the old picture away once the new one, under it, has drawn itself. A sheet that is being read stays until it is
   closed. The focus goes along. */
export function handOver(old, root) {
  const done = () => {
    const shadow = root.getRootNode();
    const focused = old.contains(shadow.activeElement) && shadow.activeElement;
    old.remove();
    if (!focused) return;
    let part = focused;
    while (part.parentNode !== old) part = part.parentNode;
    // The same control, in the same part of the frame before others; else what goes on from here.
    const same = Object.entries(focused.dataset).map(([name, value]) => `[data-${name}="${value}"]`).join('') || '.play';
    for (const selector of [`.${part.classList[0]} ${same}`, same, '.play', '[data-stage]']) {
      const node = root.querySelector(selector);
      node?.focus({ preventScroll: true });
      if (node && shadow.activeElement === node) return;
    }
  };
  const sheet = old.querySelector('dialog[open]');
  if (old.localName === 'slot') old.remove();
  else if (sheet) sheet.addEventListener('close', done);
  else {
    // The engine draws its first picture in parts, over several frames; no tier may wait for ever.
    let frames = 0;
    const wait = () => { frames++ < (root.querySelector('canvas[data-stage]:not([data-drawn])') ? 60 : 5) ? requestAnimationFrame(wait) : done(); };
    wait();
  }
}
