/* The still tier, for pages where WebAssembly cannot be had: the same frame with a still picture for each step, the
   same words, the same interface towards the loader as the engine's class, and no animation.
   What must not be in it: network (the loader brings the texts), markup parsed from strings. */

import { badges, dress, first, fill, frame, h, icon, reader, shade, sheet, stage, stored } from './poster.js';

const BASE = new URL('.', import.meta.url);
const between = (low, value, high) => Math.min(high, Math.max(low, value));

export class Explainer {
  #tell; #content; #options; #own; #scheme; #timer; #since; #scene; #time = 0; #parts = {};

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
    this.#time = first(this.#content, options).time;
    this.#draw();
    return '[]';
  }
  set_texts(lang, textsJson) {
    this.#content = { ...this.#content, texts: JSON.parse(textsJson), lang };
    this.#draw();
    return '[]';
  }
  set(name, value) {
    this.#options[name] = value;
    if (name === 'scene') this.go_to(value, 1);
    else if (name === 'step') this.go_to(this.#scene, Number(value));
    else if (name === 'theme') this.#own.theme = null;
    this.#draw();
  }
  attach() {
    this.#scheme = matchMedia('(prefers-color-scheme:dark)');
    this.#scheme.addEventListener('change', this.#redraw);
    this.#draw();
  }
  detach() {
    this.pause();
    this.#scheme?.removeEventListener('change', this.#redraw);
  }
  snapshot() { return ''; }

  /* Shows step after step, each as long as it lasts on the timeline; in `present` to the end of the step. */
  play() {
    if (!this.paused) return;
    if (this.#time >= this.duration) this.seek(0);
    this.#since = performance.now();
    this.#run();
    this.#tell('play', { scene: this.#scene, time: this.#time });
    this.#update();
  }
  pause() {
    if (this.paused) return;
    this.#time = this.current_time;
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
    const { scenes } = this.#options;
    if (![scenes].flat().includes(id)) throw RangeError(`goTo: "${id}" is not one of: ${[scenes].flat().join(', ')}`);
    const { steps } = this.#find(id);
    if (!steps[step - 1]) throw RangeError(`goTo: ${id} has the steps 1 to ${steps.length}`);
    const before = this.#scene;
    this.#scene = id;
    this.#move(steps[step - 1].start, before);
  }

  get current_scene() { return this.#scene; }
  get current_step() { return this.#step(this.current_time) + 1; }
  get current_time() {
    const run = this.paused ? 0 : (performance.now() - this.#since) / 1000;
    return Math.min(this.duration, this.#time + run);
  }
  get duration() { return this.#find(this.#scene).duration; }
  get paused() { return this.#since == null; }

  /* ---- time ---- */

  #find(id) { return this.#content.explainer.scenes.find((one) => one.id === id); }
  #step(time) {
    const { steps } = this.#find(this.#scene);
    const index = steps.findIndex(({ end }) => time < end);
    return index < 0 ? steps.length - 1 : index;
  }
  #run() {
    clearTimeout(this.#timer);
    const { steps } = this.#find(this.#scene);
    const index = this.#step(this.current_time);
    const { end } = steps[index];
    this.#timer = setTimeout(() => {
      const stop = index === steps.length - 1 || this.#options.mode === 'present';
      this.#time = end;
      this.#since = performance.now();
      if (index < steps.length - 1) this.#changed();
      if (stop) this.pause();
      else this.#run();
    }, Math.max(0, end - this.current_time) * 1000);
  }
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
    this.#tell('stepchange', { scene: this.#scene, step: this.current_step });
    this.#update();
  }
  #hop(by) {
    const { steps } = this.#find(this.#scene);
    this.go_to(this.#scene, between(1, this.current_step + by, steps.length));
  }
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
  #theme() { return shade(this.#own.theme ?? this.#options.theme, this.root.parentNode ?? document.documentElement); }

  /* Everything anew: another language, scene or theme. */
  #draw() {
    const { root } = this;
    const focus = root.getRootNode().activeElement?.dataset?.action;
    const content = this.#content;
    const options = { ...this.#options, scenes: [this.#options.scenes].flat(), scene: this.#scene, step: this.current_step };
    const parts = frame(content, options, (action, scene, step) => (step ? this.go_to(scene, step) : sheet(root, action, content)));
    const { ui } = parts;
    const button = (name, action, key, picture, click) =>
      h('button.' + name, { 'data-action': action, 'aria-label': ui(key), title: ui(key), click }, icon(picture));
    const languages = content.explainer.languages ?? [];
    const next = languages[(languages.indexOf(content.lang) + 1) % languages.length];
    const tools = next && next !== content.lang && h('div.tools', null,
      h('button.icon-btn', { 'data-action': 'lang', lang: next, click: () => this.#tell('_lang', { lang: next }) }, icon('language'), next.toUpperCase()));
    const dots = parts.scene.steps.map((_, index) => h('button.dot', {
      'data-step': index + 1,
      'aria-label': ui('step.name', { n: index + 1, title: parts.words.steps?.[index]?.title ?? '' }),
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
    const below = h('div.below.stills', null,
      h('div.caption', null, this.#parts.badges, h('div', null, caption, labels)),
      h('div.transport', { role: 'group', 'aria-label': ui('player.name') },
        button('prev', 'previous', 'previous', 'previous', () => this.#hop(-1)), play,
        button('next', 'next', 'next', 'next', () => this.#hop(1)), h('div.dots', null, dots)));
    root.lang = content.lang;
    root.replaceChildren(...[parts.brand, parts.rail, parts.top, tools, parts.strip, view, below, parts.foot, live].filter(Boolean));
    dress(root, { theme: this.#parts.theme, mode: this.#options.mode, scale: this.#own.scale });
    this.#update();
    if (focus) root.querySelector(`[data-action="${focus}"]`)?.focus({ preventScroll: true });
  }

  /* Only what depends on step and playing. */
  #update() {
    const { view, show, rail, dots, name, badges: row, caption, labels, play, live, theme, scene, words, ui } = this.#parts;
    if (!view || scene.id !== this.#scene) return;
    const step = this.current_step;
    const read = reader(this.#content);
    const { claims = [] } = scene.steps[step - 1];
    const { title = '', long = '' } = words.steps?.[step - 1] ?? {};
    const sentence = claims.map(read.claim).join(this.#content.lang === 'ja' ? '' : ' ');
    if (view.dataset.step !== `${step}`) {
      view.dataset.step = step;
      show(step, theme);
      row.replaceChildren(...badges(read, claims), name);
      name.textContent = title;
      // New nodes: texts of another length have not moved, they are others (no layout shift).
      const say = (node, text) => {
        const fresh = node.cloneNode();
        fresh.textContent = text;
        node.replaceWith(fresh);
        return fresh;
      };
      this.#parts.caption = say(caption, sentence);
      this.#parts.labels = say(labels, long);
      live.textContent = `${fill(ui('step.name'), { n: step, title })} ${sentence}`;
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
