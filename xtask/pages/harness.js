// Loaded before everything else on a test page: counts what must be counted, keeps what must be asked for later, and
// holds the few helpers the tests share. Classic script, so that it runs first; everything hangs on `window.T`.
(() => {
  'use strict';
  const flags = new Set((document.currentScript.dataset.flags || '').split(/[ ,]+/).filter(Boolean));
  const T = (window.T = {
    flags,
    violations: [], // securitypolicyviolation
    errors: [], // uncaught errors and rejections
    console: [], // {level, text}
    events: [], // {type, detail, bubbles, composed, serialisable, tag}
    frames: { requested: 0, pending: new Set() },
    memories: new Set(), // every WebAssembly.Memory that was instantiated
    hackedCount: 0,
    hacked() { T.hackedCount++; },
  });

  // Policy and errors.
  document.addEventListener('securitypolicyviolation', (event) => {
    T.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile || ''}:${event.lineNumber} ${event.sample || ''}`);
  });
  window.addEventListener('error', (event) => {
    if (event.message) T.errors.push(String(event.message));
  });
  window.addEventListener('unhandledrejection', (event) => {
    T.errors.push(`rejection: ${(event.reason && event.reason.message) || event.reason}`);
  });
  for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
    const real = console[level];
    console[level] = (...args) => {
      T.console.push({ level, text: args.map((arg) => (arg && arg.stack ? `${arg.message}` : String(arg))).join(' ') });
      real.apply(console, args);
    };
  }

  // Listeners by target: window, document, element hosts. Same type, function and phase count once, as in the browser.
  const listeners = new WeakMap();
  const options = (value) => (typeof value === 'object' && value ? value : { capture: !!value });
  const realAdd = EventTarget.prototype.addEventListener;
  const realRemove = EventTarget.prototype.removeEventListener;
  const ids = new WeakMap();
  let nextId = 1;
  const id = (fn) => {
    if (!ids.has(fn)) ids.set(fn, nextId++);
    return ids.get(fn);
  };
  EventTarget.prototype.addEventListener = function (type, fn, value) {
    if (fn) {
      const target = this || window;
      const { capture = false, signal } = options(value);
      const key = `${type} ${!!capture} ${id(fn)}`;
      if (!listeners.has(target)) listeners.set(target, new Set());
      listeners.get(target).add(key);
      if (signal) realAdd.call(signal, 'abort', () => listeners.get(target).delete(key));
    }
    return realAdd.call(this || window, type, fn, value);
  };
  EventTarget.prototype.removeEventListener = function (type, fn, value) {
    if (fn) listeners.get(this || window)?.delete(`${type} ${!!options(value).capture} ${id(fn)}`);
    return realRemove.call(this || window, type, fn, value);
  };
  T.listenersOn = (target) => [...(listeners.get(target) || [])].map((key) => key.split(' ')[0]).sort();

  // Animation frames.
  const realFrame = window.requestAnimationFrame.bind(window);
  const realCancel = window.cancelAnimationFrame.bind(window);
  T.frame = () => new Promise((resolve) => realFrame(resolve));
  T.frames.times = []; // script milliseconds of each callback
  window.requestAnimationFrame = (fn) => {
    T.frames.requested++;
    const handle = realFrame((now) => {
      T.frames.pending.delete(handle);
      const before = performance.now();
      try {
        return fn(now);
      } finally {
        T.frames.times.push(performance.now() - before);
      }
    });
    T.frames.pending.add(handle);
    return handle;
  };
  window.cancelAnimationFrame = (handle) => {
    T.frames.pending.delete(handle);
    return realCancel(handle);
  };

  // Intervals keep a page awake as frames do.
  T.intervals = new Set();
  const realInterval = window.setInterval.bind(window);
  const realClear = window.clearInterval.bind(window);
  window.setInterval = (...args) => {
    const handle = realInterval(...args);
    T.intervals.add(handle);
    return handle;
  };
  window.clearInterval = (handle) => {
    T.intervals.delete(handle);
    return realClear(handle);
  };

  // WebAssembly memory.
  if (window.WebAssembly) {
    const keep = (result) => {
      const instance = result.instance || result;
      for (const value of Object.values(instance.exports || {})) {
        if (value instanceof WebAssembly.Memory) T.memories.add(value);
      }
      return result;
    };
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const real = WebAssembly[name];
      if (real) WebAssembly[name] = (...args) => real.apply(WebAssembly, args).then(keep);
    }
  }
  T.wasmBytes = () => [...T.memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);

  // The element's events, caught on their way down because `error` does not bubble.
  for (const type of ['ready', 'scenechange', 'stepchange', 'play', 'pause', 'tierchange', 'error']) {
    realAdd.call(document, type, (event) => {
      if (!(event instanceof CustomEvent)) return;
      let serialisable = true;
      try { structuredClone(event.detail); JSON.stringify(event.detail); } catch { serialisable = false; }
      T.events.push({
        type, detail: event.detail, bubbles: event.bubbles, composed: event.composed, serialisable,
        tag: event.target.localName, at: performance.now(),
      });
    }, true);
  }
  T.named = (type) => T.events.filter((event) => event.type === type);
  // What went wrong, aside from what a page's owner still has to write.
  T.failures = () => T.named('error').filter(({ detail }) => detail.kind !== 'disclosure');

  // Conditions of the visitor.
  if (flags.has('reduced')) {
    const real = window.matchMedia.bind(window);
    window.matchMedia = (query) => {
      if (!/prefers-reduced-motion/.test(query)) return real(query);
      return real(/no-preference/.test(query) ? 'not all' : 'all');
    };
  }
  if (flags.has('no-storage')) {
    const refuse = { get() { throw new DOMException('refused', 'SecurityError'); }, configurable: true };
    Object.defineProperty(window, 'localStorage', refuse);
    Object.defineProperty(window, 'sessionStorage', refuse);
  } else if (!flags.has('keep')) {
    try { localStorage.clear(); } catch { /* the engine refuses it */ }
  }
  if (flags.has('big-text')) localStorage.setItem('exosome-explainer', 'text=200');
  if (flags.has('no-wasm')) delete window.WebAssembly;
  // Of the program's parts only this one can be had.
  const alone = [...flags].find((flag) => flag.startsWith('alone-'))?.slice(6);
  if (alone) {
    const real = fetch;
    globalThis.fetch = (url, ...rest) => {
      const [, part] = /parts\/(\w+)\.wasm/.exec(String(url)) ?? [];
      return part && part !== alone ? Promise.reject(Error(`${part} is refused`)) : real(url, ...rest);
    };
  }
  // Files that cannot be had until a test empties the list.
  T.refused = [...flags].filter((flag) => flag.startsWith('refuse-')).map((flag) => flag.slice(7));
  if (T.refused.length) {
    const real = fetch;
    globalThis.fetch = (url, ...rest) => {
      const gone = T.refused.some((name) => String(url).endsWith(name));
      return gone ? Promise.resolve(new Response('', { status: 503 })) : real(url, ...rest);
    };
  }
  // A tab that is not in front, or is again.
  T.hide = (hidden) => {
    for (const [name, value] of [['hidden', hidden], ['visibilityState', hidden ? 'hidden' : 'visible']]) Object.defineProperty(document, name, { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  if (flags.has('dark')) document.documentElement.style.colorScheme = 'dark';
  if (flags.has('defined')) customElements.define('exosome-explainer', class extends HTMLElement {});

  // Layout shift where the engine can tell.
  T.shift = 0;
  T.shifted = []; // what moved, for the message
  try {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        T.shift += entry.value;
        for (const { node, previousRect: a, currentRect: b } of entry.sources || [])
          T.shifted.push(`${node && (node.className || node.nodeName)} ${a.x},${a.y} ${a.width}×${a.height} → ${b.x},${b.y} ${b.width}×${b.height}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  } catch { /* Chromium alone tells */ }
  T.tasks = [];
  try {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) T.tasks.push({ start: entry.startTime, duration: entry.duration });
    }).observe({ type: 'longtask', buffered: true });
  } catch { /* Chromium alone tells */ }
  T.tierTimes = {};
  realAdd.call(document, 'tierchange', (event) => { T.tierTimes[event.detail && event.detail.tier] ??= performance.now(); }, true);

  // Helpers.
  // Firefox runs WebDriver's scripts in a sandbox with modules of its own: the page's are got here.
  T.import = (path) => import(new URL(path, location.href));
  // The scene's code may still be on its way.
  T.quiet = () => T.until('frames to come to rest', () => T.frames.pending.size === 0 && !T.$('[data-waiting]'), 6000);
  T.drawn = () => T.until('the canvas to be drawn', () => {
    const canvas = T.$('canvas[data-stage]');
    return canvas && !T.$('[data-waiting]') && Math.abs(canvas.width - canvas.getBoundingClientRect().width * devicePixelRatio) < 3
      && T.flat().getContext('2d').getImageData(canvas.width >> 1, canvas.height >> 1, 1, 1).data[3] === 255;
  });
  // The stage as it is seen: what moves over what does not.
  T.flat = () => {
    const flat = document.createElement('canvas'), parts = ['canvas[data-back]', 'canvas[data-stage]'].map((it) => T.$(it));
    flat.width = parts[1].width; flat.height = parts[1].height;
    for (const part of parts) flat.getContext('2d').drawImage(part, 0, 0);
    return flat;
  };
  T.sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  T.until = async (what, test, ms = 15000) => {
    const start = performance.now();
    for (;;) {
      let value;
      try { value = await test(); } catch (error) { value = undefined; }
      if (value) return value;
      if (performance.now() - start > ms) throw new Error(`waited ${ms} ms for ${what}`);
      await T.sleep(20);
    }
  };
  T.ok = (value, what) => { if (!value) throw new Error(what); };
  T.eq = (is, should, what) => {
    const a = JSON.stringify(is), b = JSON.stringify(should);
    if (a !== b) throw new Error(`${what}: ${a} instead of ${b}`);
  };
  T.near = (is, should, by, what) => {
    if (!(Math.abs(is - should) <= by)) throw new Error(`${what}: ${is} instead of ${should} ± ${by}`);
  };
  T.rejects = async (promise, pattern, what) => {
    let error;
    try { await promise; } catch (e) { error = e; }
    if (!error) throw new Error(`${what}: did not reject`);
    if (!pattern.test(String(error.message || error))) throw new Error(`${what}: rejects with ${JSON.stringify(String(error.message || error))}`);
  };
  Object.defineProperty(T, 'el', { get: () => document.querySelector('exosome-explainer') });
  Object.defineProperty(T, 'root', { get: () => T.el && T.el.shadowRoot });
  T.$ = (selector, el = T.el) => el.shadowRoot && el.shadowRoot.querySelector(selector);
  T.$$ = (selector, el = T.el) => [...(el.shadowRoot ? el.shadowRoot.querySelectorAll(selector) : [])];
  T.shown = (node) => {
    if (!node) return false;
    const rect = node.getBoundingClientRect(), style = getComputedStyle(node);
    return rect.width > 0 && rect.height > 0 && style.visibility !== 'hidden' && Number(style.opacity) > 0.05;
  };
  T.picture = (el = T.el) => T.$$('.stage img', el).find((img) => T.shown(img) && img.naturalWidth > 0);
  T.click = (selector) => {
    const node = T.$$(selector).find(T.shown) || T.$(selector);
    if (!node) throw new Error(`nothing matches ${selector}`);
    node.click();
    return node;
  };
  // A poster that is being relieved stays for some frames; one with an open sheet, longer.
  const relieved = async (el) => {
    for (let frames = 0; frames < 60 && T.$$('[part=app]', el).length > 1 && !T.$$('dialog[open]', el).length; frames++) await Promise.race([T.frame(), T.sleep(50)]);
  };
  T.tier = (name = 'live', el = T.el) => T.until(`data-tier=${name} (is ${el.dataset.tier})`, () => el.dataset.tier === name, 20000)
    .then(() => relieved(el))
    .catch(() => { throw new Error(`data-tier is ${el.dataset.tier} instead of ${name}; console: ${T.said() || 'silent'}; errors: ${T.errors.join(' | ') || 'none'}`); });
  T.ready = (el = T.el) => T.until('the ready event', () => T.events.some((event) => event.type === 'ready'), 20000);
  T.said = () => T.console.map((line) => `${line.level}: ${line.text}`).join(' | ').slice(0, 900);
  T.make = (attributes = {}, parent = document.body) => {
    const el = document.createElement('exosome-explainer');
    for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
    parent.append(el);
    return el;
  };
  T.visibleText = (el = T.el) => {
    const texts = [], walker = document.createTreeWalker(el.shadowRoot, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (T.shown(walker.currentNode.parentElement)) texts.push(walker.currentNode.data);
    return texts.join(' ');
  };
  T.still = (before = 0, what = 'layout shift') => T.ok(T.shift === before, `${what} ${T.shift - before}: ${[...new Set(T.shifted)].slice(0, 6).join('; ')}`);
  // The stage's pixels; `step` skips, for speed.
  T.pixels = () => { const canvas = T.flat(); return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data; };
  T.brightness = () => { const data = T.pixels(); let sum = 0, n = 0; for (let i = 0; i < data.length; i += 4 * 101) { sum += data[i] + data[i + 1] + data[i + 2]; n += 3; } return sum / n; };
  // What the content says, for tests that go through everything there is.
  const files = {};
  T.content = async (file = 'explainer') => (files[file] ??= await (await fetch(new URL(`dist/content/${file}.json`, location.href))).json());
  // Another scene, when the old one has faded.
  T.open = async (id, step) => { await T.el.goTo(id, step); await T.frame(); await T.quiet(); };
  T.grab = async (time) => { await T.el.seek(time); await T.frame(); await T.frame(); return T.pixels(); };
  // Share of pixels of which a channel differs by more than `by`.
  T.differing = (a, b, by = 30) => {
    let n = 0;
    for (let i = 0; i < a.length; i += 4) if (Math.abs(a[i] - b[i]) > by || Math.abs(a[i + 1] - b[i + 1]) > by || Math.abs(a[i + 2] - b[i + 2]) > by) n++;
    return n / (a.length / 4);
  };
  T.drag = (input, value) => {
    input.value = String(value);
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  };
  T.sheet = () => T.$$('dialog.sheet').find(T.shown);
  T.close = async () => {
    const button = T.$$('[data-action="close"]').find(T.shown);
    if (button) button.click();
    await T.until('the sheet to close', () => !T.sheet(), 3000);
  };
  T.clean = () => {
    T.eq(T.violations, [], 'policy violations');
    T.eq(T.errors, [], 'uncaught errors');
    T.eq(T.hackedCount, 0, 'script run from content');
  };
})();
