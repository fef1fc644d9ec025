/* The clinic's side of the element: its file laid over what is on screen, what its owner is told, and the record of what a
   page shows; and whatever else can wait, which is the code of the scenes that are not open. Loaded once the element is
   live or still, or while its poster waits for the start button; nothing waits for it but the record.
   What must not be in it: anything a visitor sees. poster.js names a file that cannot be had; what is wrong within
   one clinic-file.js tells. */

import { GRADES, START, badgesOf, clinics, pictured, rewording } from './poster.js';

const NAME = 'exosome-explainer: ';

/* The texts of the built-in clinic's file and of the page's own, and what reads them. What cannot be had is null; rules
   are only wanted for a file of the page's own. */
async function files(host, load) {
  const file = host.getAttribute('content');
  const quiet = (promise) => promise.catch(() => null);
  const rules = async () => (await import('./wording.js')).rules(await load('content/wording.json'));
  const [builtIn, text, wording, kit] = await Promise.all([
    quiet(load('content/clinic.json')),
    clinics(host),
    file ? quiet(rules()) : null,
    import('./clinic-file.js'),
  ]);
  return { ...kit, own: text, read: (content) => kit.read({ file, builtIn, own: text }, content, wording) };
}

/* Puts the clinic's words into a content. The built-in ones are kept, for another file or none. */
function reword(content, { read }) {
  content.base ??= { texts: content.texts, textsText: content.textsText };
  const found = read({ ...content, ...content.base });
  const changed = found.texts !== content.base.texts;
  Object.assign(content, changed ? { texts: found.texts, textsText: JSON.stringify(found.texts) } : content.base);
  return found;
}

/* The words of the page's own file, where a poster waits that is made of this content. */
export async function waiting(host, content) {
  const before = content.textsText;
  reword(content, await files(host, content.load));
  return content.textsText !== before;
}

/* The code of what has not been opened yet, one after the other: nobody should wait for it later. What cannot be had now
   is asked for again when it is needed, and told then. */
const code = async (name) => (await import('./engine.js')).part(name);
async function rest({ scenes }) {
  for (const name of [...scenes, 'start', 'dish']) await code(name).catch(String);
}

const profileOf = (host) => (host.getAttribute('profile') === 'in-clinic' ? 'in-clinic' : 'public');

/* Lays the files over what is on screen; the last call wins. Then tells the page's owner what the rules ask for and the
   page does not say: as an event on every public page, in the console aloud where there is a file of the page's own to
   say it in, as a note otherwise. Once for each set of missing things. */
const laid = new WeakMap();
const told = new WeakMap();
export function attend(inside, load) {
  const { host, app } = inside;
  const turn = files(host, load).then((kit) => {
    if (inside.app !== app || laid.get(inside)?.turn !== turn) return;
    const { content } = inside;
    const before = content.textsText;
    const { facts, problems } = reword(content, kit);
    const reworded = content.textsText !== before;
    const states = (key) => kit.states(facts, key);
    laid.set(inside, { turn, states });
    // Another language's words come with its texts, and what is wrong with them is told.
    rewording.set(host, (fresh) => {
      reword(fresh, kit);
      setTimeout(() => { if (inside.app) attend(inside, load); });
    });
    if (!app) return reworded && host.isConnected && inside.poster();
    if (reworded) app.set_texts(content.lang, content.textsText);
    const missing = (profile) => disclosed(content, profile, states).missing;
    const complete = !missing('public').length;
    app.set_clinic(JSON.stringify({ facts: complete || profileOf(host) !== 'public' ? facts : kit.withheld(facts), complete }));
    tell(inside, kit.own != null, problems, missing(profileOf(host)));
  }).catch(String);
  laid.set(inside, { ...laid.get(inside), turn });
  if (app?.stamp) turn.then(() => rest(inside.options()));
  return turn;
}

function tell(inside, loud, problems, missing) {
  const { host } = inside;
  const message = missing.map(({ request }) => request).join('\n');
  const owed = loud || profileOf(host) === 'public';
  const all = owed + problems + message;
  if (told.get(host) === all) return;
  told.set(host, all);
  if (problems.length) console.warn(NAME + JSON.stringify(problems));
  if (!message) return;
  console[loud ? 'warn' : 'info'](NAME + message);
  if (owed) inside.emit('error', { kind: 'disclosure', code: 'disclosure', message, missing });
}

/* The record. Version and contentHash are the engine's to know, and null without one. In the text tier nobody has read the
   page's own text: no claim is listed, and every disclosure counts as missing. */
export async function audit(inside) {
  const date = new Date().toLocaleDateString('sv');
  await inside.do(String);
  await inside.own();
  // The engine says which scenes it offers, too.
  const stamp = await inside.do((app) => app.stamp?.()) ?? '';
  const { tier } = inside;
  const [version, contentHash, ...scenes] = tier === 'live' && stamp ? stamp.split(' ') : [null, null];
  return { version, contentHash, ...record(inside, tier, date, scenes) };
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

/* The claims that can be seen where these scenes are offered: as in src/content/explainer.rs. */
function seen(explainer, scenes) {
  const claims = (one) => [...list(one?.steps).flatMap(({ claims }) => list(claims)), ...list(one?.actors).map(({ claim }) => claim)];
  const offered = list(explainer.scenes).filter(({ id }) => scenes.includes(id));
  if (!explainer.scenes) return new Set();
  return new Set([
    ...['message', 'approval', 'risks', 'statements', 'research', 'cost', 'care'].flatMap((name) => list(explainer[name])),
    // The opening picture and the pages of text can be seen everywhere, the table under the scene of the routes.
    ...claims(pictured(explainer, START)),
    ...list(explainer.pages).flatMap(({ parts }) => list(parts)).flatMap((part) => list(part.claims)),
    ...offered.flatMap((one) => [one, ...list(one.panels).map((id) => pictured(explainer, id))]).flatMap(claims),
    ...(scenes.includes('routes') ? list(explainer.comparison).flatMap(({ drip, local, neither }) => [drip, local, neither].flatMap(list)) : []),
  ]);
}

function record(inside, tier, date, offered) {
  const profile = profileOf(inside.host);
  const read = tier === 'text' ? {} : inside.content ?? {};
  const { explainer = {}, texts = {}, lang = null } = read;
  const states = tier !== 'text' && laid.get(inside)?.states;
  const scenes = offered.length ? offered : tier === 'still' ? inside.options().scenes : [];
  const shown = seen(explainer, scenes);
  const cited = (id) => ({
    id,
    title: texts.sources?.[id] ?? '',
    // "pending" and "own" are no addresses.
    address: /^https:.*/.exec(list(explainer.sources).find((one) => one?.id === id)?.address)?.[0] ?? null,
  });
  const claims = list(explainer.claims).filter((claim) => claim?.id).map((claim) => {
    const marks = [...badgesOf(claim), claim.kind === 'finding' && claim.result === 'not-studied' && 'unknown'];
    return {
      id: claim.id,
      text: texts.claims?.[claim.id] ?? '',
      grade: GRADES.filter((grade) => marks.includes(grade)),
      sources: list(claim.sources).map(cited),
      shown: shown.has(claim.id),
    };
  });
  return { date, profile, lang, claims, disclosures: disclosed(read, profile, states || (() => false)), tier };
}
