/* The still tier, for pages where WebAssembly cannot be had: the same frame with a still picture for each step, the
   same words, the same interface towards the loader as the engine's class, and no animation.
   What must not be in it: network (the loader brings the texts), markup parsed from strings. */

import {
  START, badges, choose, compare, dress, duties, first, fill, frame, h, icon, lay, origin, pages, pictured, place, points, rail, reader, said, sentence, shade, sheet, stage, statements, stored,
} from './poster.js';
import { FORM, PARTS, fact, states } from './clinic-file.js';

const BASE = new URL('.', import.meta.url);
// The colours of the page have changed; a change that is reversed at once is cancelled, and no other may follow.
const SETTLED = ['transitionend', 'transitioncancel'];
// As in src/session/playhead.rs: `present` stops this long before a step's end, so that the step that was told stays.
const MARGIN = 0.001;
// What a button is known by when the frame is built anew under the focus.
const HOOKS = ['action', 'scene', 'step', 'actor'];
const between = (low, value, high) => Math.min(high, Math.max(low, value));

/* A page of text: its parts, each with its heading and its sentences; above those of the clinic's, its facts. */
function page(root, content, { id, parts = [] }, clinic, inside) {
  const read = reader(content);
  const part = (one) => [h('h4', null, sentence(read.ui(`part.${id}.${one.id}`))), points(content, one.claims)];
  const rest = id === 'safety' && [statements(content), points(content, content.explainer.cost)];
  lay(root, read, id, read.ui('page.' + id), id === 'clinic' && clinics(content, clinic, inside), parts.flatMap(part), rest);
}

/* The facts, then the statements; inside the clinic the risks too. A clinic that leaves out what has to be said is not
   named, and neither are its contact and its offer. */
function clinics(content, { facts, complete }, inside) {
  const { ui } = reader(content);
  const shown = states(facts, 'name') && (inside || complete);
  const href = { tel: (text) => 'tel:' + text.normalize('NFKC').replace(/[^0-9+]/g, ''), mail: (text) => 'mailto:' + text, link: (text) => text };
  const row = (part, key) => {
    const text = states(facts, key) && fact(facts, key, content.lang);
    // True: stated, but not to be shown here.
    if (text === true || (!text && part === 'clinic')) return [];
    const link = href[FORM[key]];
    const value = text ? (link ? h('a', { href: link(text) }, text) : sentence(text)) : h('em', null, ui('clinic.missing'));
    return [h('dt', null, sentence(ui('clinic.' + key))), h('dd', { 'data-fact': key }, value)];
  };
  const list = (part) => h('dl.facts', null, PARTS[part].filter((key) => FORM[key] !== 'yes').map((key) => row(part, key)));
  return [shown ? list('clinic') : states(facts, 'name') && h('p.boxed', { 'data-clinic': 'hidden' }, sentence(ui('clinic.hidden'))),
    h('h4', null, ui('disclosure.items')), list('treatment'), inside ? said(content) : statements(content, 'disclosure.statements'),
    h('h4', null, ui('clinic.about')), list('about')].flat();
}

/* Every study behind the claims: on what rung, about what, what came out, and how far it carries. */
function studies(content) {
  const { explainer, texts } = content;
  const read = reader(content);
  const { ui } = read;
  const study = ({ id, rung, topic, material, route }) => {
    const words = texts.studies?.[id] ?? {};
    const lines = ['model', 'number', 'result', 'limits'].flatMap((key) => words[key] && h('p', null, sentence(`${ui('study.' + key)}: ${words[key]}`)));
    return h('li', null, h('div.badges', null, read.badge(rung), ui('topic.' + topic)), lines, origin(content, ui, { material, route, sources: [id] }));
  };
  return h('details.studies', null, h('summary.wish', null, ui('sources.all')), h('ul.points', { role: 'list' }, (explainer.studies ?? []).map(study)));
}

export class Explainer {
  #tell; #content; #options; #own; #scheme; #shell; #timer; #since; #scene; #screen; #onScreen = true; #seen = true; #time = 0; #parts = {}; #clinic = { facts: {} };

  /* `tell(name, detail)` hears what the page should know. */
  constructor(tell) {
    this.#tell = tell;
    this.root = h('div', { part: 'app', class: 'app', keydown: (event) => this.#key(event) });
  }

  /* ---- what the loader calls ---- */

  configure(optionsJson, explainerJson, lang, textsJson) {
    const options = JSON.parse(optionsJson);
    const explainer = JSON.parse(explainerJson);
    explainer.scenes = [explainer.scenes].flat().filter((one) => one?.id && one.steps?.length);
    this.#content = { explainer, texts: JSON.parse(textsJson), lang };
    this.#options = options;
    this.#own = stored();
    this.#scene = options.scene;
    this.#time = options.time ?? first(this.#content, options).time;
    this.#draw();
    return '[]';
  }
  set_texts(lang, textsJson) {
    this.#content = { ...this.#content, texts: JSON.parse(textsJson), lang };
    this.#anew();
    return '[]';
  }
  /* The clinic's facts, checked, and whether they are all that the rules ask for. */
  set_clinic(json) {
    this.#clinic = JSON.parse(json);
    if (this.root.querySelector('dialog[data-sheet="clinic"]')) this.go_to('clinic');
  }
  set(name, value) {
    this.#options[name] = name === 'scenes' ? JSON.parse(value) : value;
    if (name === 'scenes' && ![START, ...this.#scenes()].includes(this.#scene)) this.go_to(this.#scenes()[0]);
    else if (name === 'scene') this.go_to(value, 1);
    else if (name === 'step') this.go_to(this.#scene, Number(value));
    else if (name === 'theme') this.#own.theme = null;
    this.#anew();
  }
  attach() {
    // Where the moving picture ran when it was lost, this one stands.
    if (this.#options.paused === false) this.#tell('pause', { scene: this.#scene, time: this.#time });
    this.#options.paused = true;
    this.#scheme ??= matchMedia('(prefers-color-scheme:dark)');
    this.#scheme.addEventListener('change', this.#redraw);
    /* The page's own switch, heard as a transition of the shell's colour. */
    this.#shell = this.root.closest('.shell');
    for (const name of SETTLED) this.#shell?.addEventListener(name, this.#recolour);
    this.#screen?.disconnect();
    this.#screen = new IntersectionObserver((entries) => {
      this.#onScreen = entries.at(-1).isIntersecting;
      this.#look();
    });
    document.addEventListener('visibilitychange', this.#look);
    this.#draw();
    this.#look();
  }
  detach() {
    this.pause();
    this.#scheme?.removeEventListener('change', this.#redraw);
    for (const name of SETTLED) this.#shell?.removeEventListener(name, this.#recolour);
    this.#screen?.disconnect();
    document.removeEventListener('visibilitychange', this.#look);
  }
  snapshot() { return ''; }

  /* Shows step after step, each as long as it lasts on the timeline; in `present` to the end of the step. */
  play() {
    if (!this.paused || this.#scene === START) return;
    if (this.#time >= this.duration) this.seek(0);
    this.#since = performance.now();
    this.#run();
    this.#tell('play', { scene: this.#scene, time: this.#time });
    this.#update();
  }
  pause() { if (!this.paused) this.#halt(this.current_time); }
  #halt(time) {
    this.#time = time;
    this.#since = null;
    clearTimeout(this.#timer);
    this.#tell('pause', { scene: this.#scene, time: this.#time });
    this.#update();
  }
  seek(seconds) {
    if (Number.isNaN(Number(seconds))) throw TypeError('seek: not a number');
    this.#move(between(0, Number(seconds), this.duration));
  }
  go_to(id, step = 1) {
    const at = place({ content: this.#content, options: () => ({ scenes: this.#scenes() }) }, id, step);
    const text = !at && this.#content.explainer.pages.find((one) => one.id === id);
    if (text) return page(this.root, this.#content, text, this.#clinic, this.#options.profile === 'in-clinic');
    const before = this.#scene;
    if (id !== before) this.pause();
    this.#scene = id;
    this.#move(at.start, before);
  }

  get current_scene() { return this.#scene; }
  get current_step() { return this.#step(this.current_time) + 1; }
  get current_time() {
    const run = this.paused || !this.#seen ? 0 : (performance.now() - this.#since) / 1000;
    return Math.min(this.duration, this.#time + run);
  }
  get duration() { return this.#scene === START ? 0 : this.#find(this.#scene).duration; }
  get paused() { return this.#since == null; }

  /* ---- time ---- */

  #scenes() { return [this.#options.scenes].flat(); }
  #find(id) { return pictured(this.#content.explainer, id); }
  #step(time) {
    const { steps } = this.#find(this.#scene);
    const index = steps.findIndex(({ end }) => time < end);
    return index < 0 ? steps.length - 1 : index;
  }
  /* To the end of the step, while anybody can see it. */
  #run() {
    clearTimeout(this.#timer);
    if (!this.#seen) return;
    const { steps } = this.#find(this.#scene);
    const time = this.current_time;
    const index = this.#step(time);
    const { end } = steps[index];
    const last = index === steps.length - 1;
    const early = !last && this.#options.mode === 'present' && time < end - MARGIN;
    const until = early ? end - MARGIN : end;
    this.#timer = setTimeout(() => {
      if (early || last) return this.#halt(until);
      this.#time = until;
      this.#since = performance.now();
      this.#changed();
      this.#run();
    }, (until - time) * 1000);
  }
  /* Out of sight time stands still, without a word: it goes on where it stood. */
  #look = () => {
    const seen = this.#onScreen && document.visibilityState !== 'hidden';
    if (seen === this.#seen) return;
    this.#time = this.current_time;
    this.#seen = seen;
    if (this.paused) return;
    this.#since = performance.now();
    this.#run();
  };
  #move(time, scene = this.#scene) {
    const before = this.current_step;
    this.#time = time;
    if (!this.paused) {
      this.#since = performance.now();
      this.#run();
    }
    if (scene !== this.#scene) {
      this.#tell('scenechange', { scene: this.#scene });
      this.#draw();
    }
    if (scene !== this.#scene || before !== this.current_step || !this.#parts.view) this.#changed();
    else this.#update();
  }
  #changed() {
    if (this.#scene !== START) this.#tell('stepchange', { scene: this.#scene, step: this.current_step });
    this.#update();
  }
  /* The next step or the one before; beyond the ends of a scene, the neighbouring scene. */
  #hop(by) {
    const step = this.current_step + by;
    if (this.#scene !== START && this.#find(this.#scene).steps[step - 1]) return this.go_to(this.#scene, step);
    const id = this.#beside(by);
    if (id) this.go_to(id, by < 0 ? this.#find(id).steps.length : 1);
  }
  #beside(by) { return this.#scenes()[this.#scenes().indexOf(this.#scene) + by]; }
  #key(event) {
    const { key, target } = event;
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || target.closest('dialog,select')) return;
    if (key === ' ' && target.closest('button,a,summary')) return;
    const { steps } = this.#find(this.#scene);
    const act = {
      ArrowLeft: () => this.#hop(-1),
      ArrowRight: () => this.#hop(1),
      Home: () => this.go_to(this.#scene, 1),
      End: () => this.go_to(this.#scene, steps.length),
      ' ': () => (this.paused ? this.play() : this.pause()),
    }[key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  /* ---- the picture and its words ---- */

  #redraw = () => this.#draw();
  #recolour = (event) => event.target === this.#shell && this.#draw();
  #theme() { return shade(this.#own.theme ?? this.#options.theme, this.root.parentNode ?? document.documentElement); }

  /* The same, but the page that is being read stays open. */
  #anew() {
    const open = this.root.querySelector('dialog[open]')?.dataset.sheet;
    this.#draw();
    if (this.#content.explainer.pages?.some(({ id }) => id === open)) this.go_to(open);
  }
  /* Everything anew: another language, scene or theme. */
  #draw() {
    const { root } = this;
    const { activeElement: focused } = root.getRootNode();
    const hooks = root.contains(focused) && HOOKS.filter((name) => focused.dataset[name]).map((name) => `[data-${name}="${focused.dataset[name]}"]`).join('');
    const content = this.#content;
    const options = { ...this.#options, scenes: this.#scenes(), scene: this.#scene, step: this.current_step };
    const on = (action, id, step) => {
      root.querySelector('dialog')?.close();
      if (id) this.go_to(id, step);
      else sheet(root, action, content);
    };
    const parts = frame(content, options, on);
    const { ui, scene, words } = parts;
    const read = reader(content);
    const list = () => lay(root, read, 'list', ui('nav.name'),
      h('button.scene', { 'data-scene': START, click: () => on('scene', START, 1) }, h('b', null, icon('home')), h('span', null, ui('nav.start'))),
      rail(content, { ...options, scene: this.#scene, step: this.current_step }, on), pages(content, on));
    const sources = () => lay(root, read, 'sources', ui('sources.title'),
      h('h4', null, ui('sources.step')), points(content, scene.steps[this.current_step - 1].claims), h('p', null, sentence(ui('sources.note'))), studies(content));
    const button = (name, action, key, picture, click) =>
      h('button.' + name, { 'data-action': action, 'aria-label': ui(key), title: ui(key), click }, icon(picture));
    const languages = content.explainer.languages ?? [];
    const next = languages[(languages.indexOf(content.lang) + 1) % languages.length];
    const tools = h('div.tools', null, button('icon-btn', 'rail', 'nav.name', 'list', list), next && next !== content.lang &&
      h('button.icon-btn', { 'data-action': 'lang', lang: next, click: () => this.#tell('_lang', { lang: next }) }, icon('language'), next.toUpperCase()));
    const dots = (scene.id === START ? [] : scene.steps).map((_, index) => h('button.dot', {
      'data-step': index + 1,
      'aria-label': ui('step.name', { n: index + 1, title: words.steps?.[index]?.title ?? '' }),
      click: () => this.go_to(this.#scene, index + 1),
    }, h('b', null, index + 1)));
    this.#parts = {
      ...parts, dots,
      name: h('strong.step-name'),
      badges: h('div.badges', { role: 'group', 'aria-label': ui('badge.group') }),
      caption: h('p', { 'data-caption': '' }),
      labels: h('p.labels'),
      play: button('play', 'play', 'play', 'play', () => (this.paused ? this.play() : this.pause())),
      live: h('p.sr', { role: 'status', 'aria-live': 'polite', 'data-live': '' }),
      ...stage(content, BASE, this.#scene),
      theme: this.#theme(),
    };
    const { view, caption, labels, play, live } = this.#parts;
    // The opening picture has its words under it, for none lie on it here.
    const causes = () => points(content, [...scene.steps[0].claims, ...(scene.actors ?? []).map(({ claim }) => claim)].filter((id, index, all) => all.indexOf(id) === index));
    const below = h('div.below.stills', null, scene.id === START ? [choose(content, options.scenes, on), causes()] : [
      h('div.caption', null, this.#parts.badges, h('div', null, caption, labels),
        h('button.sources', { 'data-action': 'sources', click: sources }, icon('sources'), ui('sources.button'))),
      h('div.transport', { role: 'group', 'aria-label': ui('player.name') },
        button('prev', 'previous', 'previous', 'previous', () => this.#hop(-1)), play,
        button('next', 'next', 'next', 'next', () => this.#hop(1)), h('div.dots', null, dots))]);
    const more = scene.id === 'evidence' ? h('div.more', null, studies(content)) : compare(content, scene);
    root.lang = content.lang;
    root.replaceChildren(...[parts.brand, parts.rail, parts.top, tools, parts.strip, view, below, parts.foot, more, duties(content, options), live].filter(Boolean));
    dress(root, { theme: this.#parts.theme, mode: this.#options.mode, scale: this.#own.scale, scene: this.#scene });
    this.#update();
    this.#screen?.disconnect();
    this.#screen?.observe(view);
    // To the first that takes it: one that looked the same, another that does the same; where there is none, on to the player.
    const alike = (node) => node.className === focused.className;
    for (const node of hooks ? [...root.querySelectorAll(hooks), this.#parts.play].sort((a, b) => alike(b) - alike(a)) : []) {
      node.focus({ preventScroll: true });
      if (node.matches(':focus')) break;
    }
  }

  /* Only what depends on step and playing. */
  #update() {
    const { view, show, rail, dots, name, badges: row, caption, labels, play, live, theme, scene, words, ui } = this.#parts;
    if (!view || scene.id !== this.#scene) return;
    const step = this.current_step;
    const read = reader(this.#content);
    const { claims = [] } = scene.steps[step - 1];
    const { title = '', long = '' } = words.steps?.[step - 1] ?? {};
    const told = claims.map(read.claim).join(this.#content.lang === 'ja' ? '' : ' ');
    if (view.dataset.step !== `${step}`) {
      view.dataset.step = step;
      show(step, theme);
      row.replaceChildren(...badges(read, claims, true), name);
      name.textContent = title;
      // New nodes: texts of another length have not moved, they are others (no layout shift).
      const say = (node, text) => {
        const fresh = node.cloneNode();
        fresh.append(...text);
        node.replaceWith(fresh);
        return fresh;
      };
      this.#parts.caption = say(caption, sentence(told));
      this.#parts.labels = say(labels, sentence(long));
      live.textContent = `${fill(ui('step.name'), { n: step, title })} ${told}`;
    }
    for (const [index, dot] of [...dots.entries(), ...[...rail.querySelectorAll('[data-step]')].entries()]) {
      if (index + 1 === step) dot.setAttribute('aria-current', 'step');
      else dot.removeAttribute('aria-current');
      dot.parentNode.classList.toggle('done', dot.localName === 'button' && dot.parentNode.localName === 'li' && index + 1 < step);
    }
    const key = this.paused ? 'play' : 'pause';
    if (play.dataset.now !== key) {
      play.dataset.now = key;
      play.setAttribute('aria-label', ui(key));
      play.title = ui(key);
      play.replaceChildren(icon(key));
    }
  }
}
