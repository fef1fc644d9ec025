/* The clinic's side of the element: its files for the engine, what its owner is told, and the record of what a page
   shows; and whatever else can wait, which is the code of the scenes that are not open. Loaded once the element is live
   or still; nothing waits for it but the record.
   What must not be in it: anything a visitor sees. poster.js names a file that cannot be had; what is wrong within
   one the engine tells. */

import { badgesOf, clinics } from './poster.js';

const NAME = 'exosome-explainer: ';

/* The texts of the built-in clinic's file, of the page's own and of the rules it is checked by, as one text. What
   cannot be had is null. */
async function files(host, load) {
  const file = host.getAttribute('content');
  const quiet = (promise) => promise.catch(() => null);
  const [builtIn, text, wording] = await Promise.all([
    quiet(load('content/clinic.json')),
    clinics(host),
    file ? quiet(load('content/wording.json')) : null,
  ]);
  return JSON.stringify({ file, builtIn, own: text, wording });
}

/* The code of what has not been opened yet, one after the other: nobody should wait for it later. What cannot be had now
   is asked for again when it is needed, and told then. */
const code = async (name) => (await import('./engine.js')).part(name);
async function rest({ scenes }) {
  for (const name of [...scenes, 'start', 'dish']) await code(name).catch(String);
}

/* Lays the files over what is on screen; the last call wins. Then tells the page's owner what the rules ask for and the
   page does not say: aloud where the page has a file of its own to say it in, as a note otherwise. Once for each set of
   missing things. */
const laid = new WeakMap();
const told = new WeakMap();
export function attend(inside, load) {
  const { host, app } = inside;
  if (!app) return;
  // Where no engine is, a script of its own reads the files.
  const part = app.set_clinic ? code('clinic') : import('./facts.js');
  const turn = Promise.all([files(host, load), part]).then(([text, kit]) => {
    if (inside.app !== app || laid.get(inside) !== turn) return;
    let problems, missing;
    if (!app.set_clinic) {
      const stated = kit.facts(text);
      problems = JSON.stringify(stated.problems);
      ({ missing } = app.show_clinic({ ...kit, ...stated, disclosed }));
    } else {
      problems = app.set_clinic(text);
      missing = app.missing();
    }
    const message = missing.map(({ request }) => request).join('\n');
    const own = JSON.parse(text).own !== null;
    const all = problems + message;
    if (told.get(host) === all) return;
    told.set(host, all);
    if (problems !== '[]') console.warn(NAME + problems);
    if (!message) return;
    console[own ? 'warn' : 'info'](NAME + message);
    if (own) inside.emit('error', { kind: 'disclosure', code: 'disclosure', message, missing });
  }).catch(String);
  if (app.set_clinic) turn.then(() => rest(inside.options()));
  laid.set(inside, turn);
  return turn;
}

/* The record, from the engine. Without one version and contentHash are null: they are the engine's to know. In the still
   tier the facts are those on screen. In the text tier nobody has read the page's own text: no claim is listed, and every
   disclosure counts as missing. */
export async function audit(inside) {
  const date = new Date().toLocaleDateString('sv');
  await inside.do(String);
  await inside.own();
  const { tier } = inside;
  const live = tier === 'live' && await code('clinic').then(() => inside.do((app) => app.audit(date)), String);
  return live?.claims ? { ...live, tier } : record(inside, tier, date);
}

/* id, name, place, the facts it needs (all, or one of those parted by |), the claim it needs, whether a page inside the
   clinic may do without: as in disclosure.rs, and a browser test holds them together. */
const STATEMENTS = 'explainer.json の statements';
const DISCLOSURES = [
  ['sought', '患者が自ら求めて見るページであること', 'clinic.sought', 'sought', '', true],
  ['contact', '問い合わせ先(電話またはメール)', 'clinic.telephone または clinic.mail', 'telephone|mail', '', true],
  ['treatment', '通常必要とされる治療の内容', 'clinic.treatment', 'treatment', '', true],
  ['cost', '標準的な費用', 'clinic.cost', 'cost', '', true],
  ['period', '治療の期間', 'clinic.period', 'period', '', true],
  ['sessions', '治療の回数', 'clinic.sessions', 'sessions', '', true],
  ['risks', '主なリスクと副作用', 'explainer.json の risks', '', ''],
  ['unapproved', '未承認医薬品等であること', STATEMENTS, '', 'u-unapproved'],
  ['origin', '入手経路等(製品、製造者、入手経路)', 'clinic.product、clinic.maker、clinic.origin', 'product maker origin', 'u-origin'],
  ['domestic', '国内の承認医薬品等の有無', STATEMENTS, '', 'u-approved'],
  ['abroad', '諸外国における安全性等に係る情報', STATEMENTS, '', 'u-abroad'],
  ['relief', '救済制度の対象にならないこと', STATEMENTS, '', 'u-relief'],
];

const list = (value) => [value ?? []].flat();

/* What a page of this profile states and what it lacks. `states` says whether a fact is stated. */
export function disclosed({ explainer = {}, texts = {} }, profile, states) {
  const said = (id) => (texts.claims?.[id] ?? '').trim();
  const stated = ([id, , , facts, claim]) =>
    facts.split(' ').filter(Boolean).every((any) => any.split('|').some(states))
    && (!claim || (said(claim) && list(explainer.statements).includes(claim)))
    && (id !== 'risks' || (list(explainer.risks).length > 0 && list(explainer.risks).every(said)));
  const found = { present: [], missing: [] };
  for (const disclosure of DISCLOSURES) {
    const [id, name, place, , , publicOnly] = disclosure;
    if (stated(disclosure)) found.present.push({ id, name, place });
    else if (profile === 'public' || !publicOnly) found.missing.push({ id, name, place, request: `${name}がありません。書く場所: ${place}` });
  }
  return found;
}

function record(inside, tier, date) {
  const profile = inside.host.getAttribute('profile') === 'in-clinic' ? 'in-clinic' : 'public';
  const read = tier === 'still' && inside.content;
  const { explainer = {}, texts = {}, lang = null } = read || {};
  const words = (id) => texts.claims?.[id] ?? '';
  const scenes = read ? inside.options().scenes : [];
  const shown = new Set([
    ...['risks', 'statements', 'research', 'cost', 'care'].flatMap((name) => list(explainer[name])),
    ...list(explainer.scenes).filter(({ id }) => scenes.includes(id))
      .flatMap(({ steps }) => list(steps).flatMap(({ claims }) => list(claims))),
  ]);
  const cited = (id) => ({
    id,
    title: texts.sources?.[id] ?? '',
    // "pending" is no address.
    address: /^https:.*/.exec(list(explainer.sources).find((one) => one?.id === id)?.address)?.[0] ?? null,
  });
  const claims = list(explainer.claims).filter((claim) => claim?.id).map((claim) => ({
    id: claim.id,
    text: words(claim.id),
    grade: [...new Set([...badgesOf(claim), claim.result === 'not-studied' ? 'unknown' : []].flat())],
    sources: list(claim.sources).map(cited),
    shown: shown.has(claim.id),
  }));
  const disclosures = disclosed(read || {}, profile, (key) => Boolean(read && inside.app?.states?.(key)));
  return { version: null, contentHash: null, date, profile, lang, claims, disclosures, tier };
}
