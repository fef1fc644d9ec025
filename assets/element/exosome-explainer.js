/* <exosome-explainer>: the loader. It defines the element, draws the poster, brings the engine (or the still tier)
   and keeps the public contract. It knows nothing about what a scene shows.
   One engine per page; its apps are pooled, because a Yew app cannot be taken down without leaving listeners.

   Events (composed; all but `error` bubble) and their details:
     ready {tier, scene, step}   tierchange {tier}          tier: live, still or text
     scenechange {scene}         stepchange {scene, step}   step from 1
     play {scene, time}          pause {scene, time}        time in seconds
     error {kind, message}       kind: csp, load, panic, content; or disclosure, with code: 'disclosure' and missing
                                 [{id, name, place, request}]: what the rules ask for and the page does not say, for
                                 want of a clinic's file or of something in it
   For the page's style sheet: --exosome-height (844px), --exosome-stage-phone, -medium, -wide; ::part(app).
   audit() is a promise of a record of what is shown: {version, contentHash, date, profile, lang, tier, claims,
   disclosures {present, missing}}. clinic.js makes it. Without an engine version and contentHash are null, and in the
   text tier there are no claims, and all facts count as missing.
   Order of things: poster (poster.js, base.css, content/) while engine.js, the wasm and the first scene's part load;
   then live, or where that fails still.js; where that fails too, the element's own children. clinic.js comes after it,
   with the clinic's files and the code of all other scenes. */

const NAME = 'exosome-explainer';
const BASE = new URL('.', import.meta.url);
const HOST = `:host{display:block;width:-moz-available;width:-webkit-fill-available;width:stretch}
:host([hidden]){display:none}
.shell{display:grid;grid-template:1fr/minmax(0,1fr);container-type:inline-size;min-height:var(--exosome-height,844px);outline-color:CanvasText}
.shell.wait{height:var(--exosome-height,844px);overflow:auto}`;

/* ---- what all elements of a page share ---- */

const files = {};
const get = async (path) => {
  const response = await fetch(new URL(path, BASE));
  if (response.ok) return response;
  throw Error(`${path}: HTTP ${response.status}`);
};
// What failed may be asked for again.
const load = (path) => files[path] ??= get(path).then((response) => response.text()).catch((error) => {
  delete files[path];
  throw error;
});
const bring = (name) => import(new URL(name, BASE));
const say = (how, text) => console[how](`${NAME}: ${text}`);
const hush = (promise) => (promise.catch(String), promise);
const once = (make) => { let made; return () => made ??= make(); };

const hostSheet = once(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(HOST); return sheet; });
const baseSheet = once(async () => new CSSStyleSheet().replace(await load('base.css')));
// Attributes, content and poster: everything that is needed on screen before the engine.
let kit;
const unpack = once(async () => { kit = await bring('poster.js'); });
const engine = once(async () => {
  const coming = hush(bring('engine.js'));
  const response = await get('engine_bg.wasm');
  // Streaming refuses a wrong MIME type, and some web views refuse streaming: then from the bytes.
  const bytes = response.clone();
  const module_or_path = await WebAssembly.compileStreaming(response)
    .catch(async (error) => {
      if (error.name === 'CompileError') throw error;
      return WebAssembly.compile(await bytes.arrayBuffer());
    });
  const glue = await coming;
  await glue.default({ module_or_path });
  glue.start(die);
  return glue;
});

let dead;
const pool = [];
/* The engine is gone for the whole page: every element falls to the still tier, once. */
function die({ name, message }, kind = name === 'RuntimeError' ? 'panic' : /securit|csp|unsafe-eval/i.test(message) ? 'csp' : 'load') {
  if (dead) return;
  dead = { kind, message };
  pool.length = 0;
  // What the panic throws would only repeat our line in the console.
  const quiet = (event) => event.message.includes(message) && event.preventDefault();
  addEventListener('error', quiet);
  setTimeout(() => {
    removeEventListener('error', quiet);
    for (const element of elements.values()) element.died();
  });
  say('error', `${message} (${kind}); showing still pictures`);
}

const elements = new Map();
let near, scheme;
const recolour = () => { for (const element of elements.values()) element.poster(); };
function watch(host, inside) {
  if (!elements.size) {
    near = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) elements.get(target)?.open();
    }, { rootMargin: '200px' });
    scheme = matchMedia('(prefers-color-scheme:dark)');
    scheme.addEventListener('change', recolour);
  }
  elements.set(host, inside);
}

/* ---- one element ---- */

class Inside {
  constructor(host) {
    this.host = host;
    this.turn = this.run = 0;
    this.renew();
  }
  renew() {
    this.ready = hush(new Promise((unlock, refuse) => Object.assign(this, { unlock, refuse })));
    this.tier = this.app = this.record = this.painted = this.engaged = null;
  }
  emit(type, detail) {
    this.host.dispatchEvent(new CustomEvent(type, { detail, composed: true, bubbles: type !== 'error' }));
  }

  /* -- attributes and content -- */
  changed(name) {
    if (name === 'lang') this.picked = null;
    if (!this.app && /^s/.test(name)) this.place = this.snapshot = undefined;
    if (!this.content || !this.shell) return;
    if (name === 'loading') this.begin();
    else if (name === 'lang') this.translate();
    // A value goes over as it is written; the scenes, as a list in JSON.
    else if (this.app) this.app.set(name, name === 'scenes' ? JSON.stringify(this.options().scenes) : `${this.options()[name]}`);
    else this.poster();
    if (/^[cp]/.test(name)) hush(this.own());
  }
  // The clinic's files, once the element is live: nothing on the way there waits for them.
  async own() { return (await bring('clinic.js')).attend(this, load); }

  options() { return kit.attributes(this.host, this.content); }
  async read() {
    const turn = ++this.turn;
    await unpack();
    const content = await kit.read(this.host, this.picked, load, this.content);
    if (turn === this.turn) this.content = content;
  }
  async translate() {
    const { run } = this;
    await this.read();
    if (run !== this.run) return;
    const { app, content } = this;
    if (!app) return this.poster();
    app.set_texts(content.lang, content.textsText);
    app.root.lang = content.lang;
  }

  /* -- from nothing to poster to live -- */
  connect() {
    const { host } = this;
    if (elements.has(host)) return this.app?.attach();
    if (!this.shell) {
      this.shell = document.createElement('div');
      this.slot = document.createElement('slot');
      this.root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
      this.root.adoptedStyleSheets = [hostSheet()];
      this.root.replaceChildren(this.shell);
    }
    this.shell.className = 'shell wait';
    this.shell.replaceChildren(this.slot);
    watch(host, this);
    this.begin();
  }
  begin() {
    if (this.snapshot || this.asked || this.host.getAttribute('loading') === 'eager') this.open(true);
    else near.observe(this.host);
  }
  open(engage = this.host.getAttribute('loading') !== 'interaction') {
    near.unobserve(this.host);
    if (engage && !dead) hush(engine());
    this.painted ??= this.paint();
    if (engage) this.engaged ??= this.engage();
  }
  async paint() {
    const { run } = this;
    try {
      hush(load('content/explainer.json'));
      if (this.host.matches(':lang(ja)')) hush(load('content/ja.json'));
      const [sheet] = await Promise.all([baseSheet(), this.read()]);
      if (run !== this.run) return;
      this.root.adoptedStyleSheets = [hostSheet(), sheet];
      if (!this.snapshot) this.poster();
    } catch (error) {
      if (run === this.run) this.text(error);
    }
  }
  poster() {
    if (this.tier || !this.content) return;
    try {
      this.shell.replaceChildren(kit.poster(this.content, this.options(), BASE, this.host, this.shell));
      this.shell.className = 'shell';
    } catch (error) {
      say('warn', `poster: ${error.message}`);
    }
  }
  async engage() {
    const { run } = this;
    const stale = () => run !== this.run || this.tier;
    try {
      await this.painted;
      if (!dead && !stale()) {
        const glue = await kit.complete(engine(), this.options(), this.content);
        if (!dead && !stale()) return this.take(glue, 'live');
      }
    } catch (error) {
      die(error);
    }
    if (!stale()) this.fall();
  }
  async fall() {
    const { run } = this;
    this.at();
    if (this.record) this.record.host = null;
    this.emit('error', { ...dead });
    try {
      const glue = await bring('still.js');
      if (run === this.run) this.take(glue, 'still');
    } catch (error) {
      if (run === this.run) this.text(error);
    }
  }
  text(error) {
    if (!dead) {
      say('error', `${error.message}; showing the page's own text`);
      this.emit('error', { kind: 'content', message: error.message });
    }
    this.app = null;
    this.shell.className = 'shell';
    this.shell.replaceChildren(this.slot);
    this.show('text');
  }
  take(glue, tier) {
    this.record = (tier === 'live' && pool.pop()) || kit.record(glue);
    kit.mount(this, files);
    this.show(tier);
    hush(this.own());
  }
  show(tier) {
    const first = !this.tier;
    this.tier = tier;
    this.host.setAttribute('data-tier', tier);
    this.emit('tierchange', { tier });
    if (!first) return;
    const { scene, step } = this.at();
    this.emit('ready', { tier, scene, step });
    this.unlock();
  }

  /* -- while it lives -- */
  hear(name, detail) {
    if (name === '_lang') {
      this.picked = detail.lang;
      this.translate();
    } else if (this.tier && name[0] !== '_') {
      // Should the engine die, this is where it was.
      this.at();
      this.emit(name, detail);
    }
  }
  died() {
    if (this.tier === 'live') this.fall();
  }
  at() {
    const { app } = this;
    try {
      if (app) this.place = { scene: app.current_scene, step: app.current_step, time: app.current_time, duration: app.duration, paused: app.paused };
    } catch { /* A dead engine: the last known place stands. */ }
    if (this.place) return this.place;
    return this.content ? kit.first(this.content, this.options()) : { scene: this.host.getAttribute('scene') || 'exosome', step: 1, time: 0, duration: 0, paused: true };
  }
  /* Calls the app, once it is there; `lone`, where the page's own text is all there is. */
  async do(call, lone = () => {}) {
    const { host } = this;
    // Whoever makes an element may call it before it is inserted, in one go.
    if (!host.isConnected) await new Promise(setTimeout);
    if (!host.isConnected) throw Error('the element is not in a page');
    this.asked = true;
    this.open(true);
    await this.ready;
    try {
      return this.app ? call(this.app) : lone();
    } catch (error) {
      if (error.name === 'RuntimeError') die(error);
      if (!dead || this.tier !== 'live') throw error;
    }
  }
  park() {
    if (!elements.has(this.host)) return;
    near.unobserve(this.host);
    elements.delete(this.host);
    if (!elements.size) scheme.removeEventListener('change', recolour);
    this.run++;
    const { app, record, tier } = this;
    if (app) {
      if (tier === 'still' || !dead) app.pause();
      this.at();
      if (tier === 'live' && !dead) {
        this.snapshot = app.snapshot();
        pool.push(record);
      }
      app.detach();
      record.host = null;
    }
    this.shell.replaceChildren();
    this.host.removeAttribute('data-tier');
    this.refuse(Error('the element was removed'));
    this.renew();
  }
}

export class ExosomeExplainer extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = ['lang', 'scene', 'step', 'scenes', 'mode', 'profile', 'theme', 'loading', 'content'];
  #in = new Inside(this);
  connectedCallback() { this.#in.connect(); }
  disconnectedCallback() { queueMicrotask(() => this.isConnected || this.#in.park()); }
  attributeChangedCallback(name, old, value) { if (old !== value) this.#in.changed(name); }
  get currentScene() { return this.#in.at().scene; }
  get currentStep() { return this.#in.at().step; }
  get currentTime() { return this.#in.at().time; }
  get duration() { return this.#in.at().duration; }
  get paused() { return this.#in.at().paused; }
  async play() { return this.#in.do((app) => app.play()); }
  async pause() { return this.#in.do((app) => app.pause()); }
  async seek(seconds) {
    if (Number.isNaN(seconds = Number(seconds ?? NaN))) throw TypeError('seek: not a number of seconds');
    return this.#in.do((app) => app.seek(seconds));
  }
  async audit() { return (await bring('clinic.js')).audit(this.#in); }
  async goTo(id, step) {
    return this.#in.do((app) => app.go_to(`${id}`, step ?? 1), async () => {
      (await bring('poster.js')).place(this.#in, `${id}`, step ?? 1);
    });
  }
}

if (globalThis.customElements) {
  if (customElements.get(NAME)) say('warn', 'already defined on this page; the first one stays');
  else customElements.define(NAME, ExosomeExplainer);
}
