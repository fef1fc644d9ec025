//! The clinic's own file: shown when complete, held back and told when not, and never a way in for claims or script.

use super::{CASE, Case, Step::*};

/// Good, incomplete and forbidden files, in both profiles, and the record of what is shown.
pub const CASES: &[Case] = &[
    Case {
        name: "clinic/complete",
        page: &[("el", "lang=ja scene=microglia content=clinic-good.json")],
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, audit = await el.audit();
            T.eq(audit.disclosures.missing, [], 'nothing is missing'); T.eq(audit.disclosures.present.length, 12, 'all is stated');
            await T.sleep(100);
            T.eq(T.console.filter(l => /warn|error/.test(l.level)), [], 'console'); T.eq(T.named('error').length, 0, 'error events');
            T.eq(T.$('.brand').textContent.includes('図で見る慢性の痛み'), true, 'a word of the clinic\'s');
            await el.goTo('clinic'); await T.until('the facts', () => T.$('[data-fact="name"]'));
            const fact = (name) => T.$(`[data-fact="${name}"]`);
            T.eq(fact('name').textContent, 'みほん医院', 'name');
            T.eq(fact('telephone').firstChild.getAttribute('href'), 'tel:0300000000', 'telephone');
            T.eq(fact('mail').firstChild.getAttribute('href'), 'mailto:info@example.jp', 'mail');
            T.eq(fact('website').firstChild.getAttribute('href'), 'https://example.jp/', 'website');
            T.ok(fact('cost').textContent.includes('11万円'), 'price'); T.eq(fact('revised').textContent, '2026-10-01', 'revised');
            T.eq([fact('policy').textContent, fact('author').textContent, fact('funding').textContent], ['記載なし', '記載なし', '記載なし'], 'what is not stated says so');
            T.eq(T.$$('.mark').length, 0, 'a public page has no mark');
            el.setAttribute('lang', 'en'); await T.until('English', () => fact('name').textContent === 'Sample Clinic', 6000);
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/missing-disclosures",
        page: &[("el", "lang=ja scene=microglia content=clinic-missing.json")],
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            await T.until('a word to the owner', () => T.named('error').length);
            const { detail, serialisable } = T.named('error')[0];
            T.eq([detail.kind, detail.code], ['disclosure', 'disclosure'], 'kind'); T.ok(serialisable !== false, 'plain data');
            T.eq(detail.missing.map(({ id }) => id), ['cost', 'period', 'sessions'], 'what is missing');
            await T.sleep(300);
            const said = T.console.filter(l => /warn|error/.test(l.level));
            T.eq(said.length, 1, `one warning (${T.said()})`); T.ok(/標準的な費用がありません.*clinic\.cost/.test(said[0].text), said[0].text);
            T.eq(T.named('error').length, 1, 'one event'); T.eq(el.dataset.tier, 'live', 'the scenes stay');
            await el.goTo('microglia', 5); T.eq(el.currentStep, 5, 'the scenes stay');
            await el.goTo('clinic'); await T.until('the notice', () => T.$('[data-clinic="hidden"]'));
            T.eq(['name', 'telephone', 'offer', 'basis'].filter(name => T.$(`[data-fact="${name}"]`)), [], 'hidden');
            T.ok(!/みほん医院|03-0000/.test(T.$('.app').textContent), 'neither name nor number anywhere');
            T.eq(T.$('[data-fact="cost"]').textContent, '記載なし', 'price');
            const audit = await el.audit();
            T.eq(audit.disclosures.missing.map(({ id }) => id), ['cost', 'period', 'sessions'], 'audit');
            T.ok(audit.disclosures.missing.every(({ request }) => request.includes('書く場所')), 'requests');
            el.setAttribute('profile', 'in-clinic'); await T.until('the clinic', () => T.$('[data-fact="name"]'));
            T.eq(T.$('.mark').textContent, '院内説明用', 'mark');
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/forbidden-words-and-markup",
        page: &[(
            "el",
            "lang=ja scene=microglia content=clinic-forbidden.json",
        )],
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, audit = await el.audit();
            const said = T.console.filter(l => l.level === 'warn')[0].text;
            for (const place of ['clinic.name', 'clinic.treatment', 'clinic.telephone', 'clinic.mail', 'clinic.website', 'clinic.offer', 'clinic.cost', 'clinic.grade', 'texts.ja.claims.c-main', 'texts.ja.nothing']) {
                T.ok(said.includes(place), `${place} is named: ${said}`);
            }
            T.ok(!audit.claims.some(({ text }) => /慢性の痛みに効きます/.test(text)), 'no claim of theirs');
            const before = audit.claims.find(({ id }) => id === 'c-main').text;
            await el.goTo('clinic'); await T.until('the page', () => T.$('[data-fact="cost"]'));
            el.setAttribute('profile', 'in-clinic'); await T.until('a name', () => T.$('[data-fact="name"]'));
            T.eq(['telephone', 'mail', 'website', 'offer'].map(name => T.$(`[data-fact="${name}"]`)?.textContent ?? null).filter(text => /javascript|<b>|必ず/.test(text)), [], 'nothing of it is shown');
            T.ok(!/<img|<script|hacked/.test(T.$('.sheet').textContent), 'no markup, not even as text');
            T.eq(T.$$('a[href^="javascript"], script, img[onerror]').length, 0, 'no way in'); T.eq(T.hackedCount, 0, 'script run');
            T.ok(before.length > 5, 'the built-in message stands');
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/in-clinic",
        page: &[("el", "lang=ja scene=microglia profile=in-clinic")],
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el;
            T.eq(T.$('.mark').textContent, '院内説明用', 'mark'); T.ok(T.shown(T.$('.mark')), 'it can be seen');
            await T.until('a note to the owner', () => T.console.some(l => l.level === 'info'));
            T.eq(T.console.filter(l => /warn|error/.test(l.level)), [], 'no warning without a file of the page\'s own');
            await el.goTo('clinic'); await T.until('the built-in clinic', () => T.$('[data-fact="name"]'));
            T.ok(T.$('[data-fact="telephone"] a'), 'contact');
            T.eq(T.$$('.sheet .boxed li').length, 5, 'five statements'); T.ok(T.$$('.sheet .points li').length >= 6, 'risks');
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/content-attribute-changed-later",
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el; await el.audit(); await el.seek(42.5);
            el.setAttribute('content', 'clinic-good.json');
            T.eq((await el.audit()).disclosures.missing, [], 'laid over');
            el.removeAttribute('content');
            T.ok((await el.audit()).disclosures.missing.length > 0, 'taken away');
            T.eq([el.currentTime, el.dataset.tier], [42.5, 'live'], 'place');
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/audit-agrees-without-the-engine",
        steps: &[Js(r#"
            const audit = await T.el.audit(); T.eq(audit.tier, 'live', 'it loads by itself');
            T.eq(JSON.parse(JSON.stringify(audit)), audit, 'plain data'); structuredClone(audit);
            T.ok(/^\d+\.\d+\.\d+/.test(audit.version) && /^[0-9a-f]{16}$/.test(audit.contentHash) && /^\d{4}-\d\d-\d\d$/.test(audit.date), 'head');
            const { audit: record } = await T.import('dist/clinic.js');
            const load = async (path) => (await fetch(`dist/content/${path}`)).json();
            const content = { explainer: await load('explainer.json'), texts: await load('ja.json'), lang: 'ja' };
            const scenes = content.explainer.scenes.map(({ id }) => id);
            const still = (profile, tier) => record({ do: async () => null, own: async () => null, tier, content, options: () => ({ scenes }), host: { getAttribute: () => profile } });
            for (const profile of ['public', 'in-clinic']) {
                T.el.setAttribute('profile', profile);
                const live = await T.el.audit(), other = await still(profile, 'still');
                const by = (list) => Object.fromEntries(list.map((one) => [one.id, one]));
                const [ours, theirs] = [live, other].map(({ disclosures: { present, missing } }) => ({ ...by(present), ...by(missing) }));
                for (const [id, { name, place, request }] of Object.entries(theirs)) {
                    T.eq([ours[id]?.name ?? name, ours[id]?.place ?? place], [name, place], id);
                    if (ours[id]?.request && request) T.eq(ours[id].request, request, id);
                }
                T.ok(live.disclosures.missing.every(({ id }) => other.disclosures.missing.some((one) => one.id === id)), 'never less is missing');
                T.eq(other.claims.length, live.claims.length, 'claims');
                for (const [index, claim] of live.claims.entries()) {
                    const twin = other.claims[index];
                    T.eq([twin.id, twin.text, [...twin.grade].sort(), twin.sources], [claim.id, claim.text, [...claim.grade].sort(), claim.sources], claim.id);
                }
            }
            const text = await still('public', 'text');
            T.eq([text.claims.length, text.disclosures.present.length, text.disclosures.missing.length], [0, 0, 12], 'text');
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/still-complete",
        world: "strict-no-wasm-file",
        page: &[("el", "lang=ja scene=microglia content=clinic-good.json")],
        steps: &[Js(r#"
            await T.tier('still'); const el = T.el, audit = await el.audit();
            T.eq([audit.tier, audit.profile, audit.contentHash], ['still', 'public', null], 'head');
            T.ok(audit.claims.some(({ shown }) => shown), 'what is shown');
            T.eq([audit.disclosures.missing, audit.disclosures.present.length], [[], 12], 'nothing is missing, as in the live tier');
            await el.goTo('clinic'); await T.until('the facts', () => T.$('[data-fact="name"]'));
            const fact = (name) => T.$(`[data-fact="${name}"]`);
            T.eq([fact('name').textContent, fact('revised').textContent, fact('policy').textContent], ['みほん医院', '2026-10-01', '記載なし'], 'facts');
            T.eq(['telephone', 'mail', 'website'].map((name) => fact(name).firstChild.getAttribute('href')), ['tel:0300000000', 'mailto:info@example.jp', 'https://example.jp/'], 'links');
            T.eq(T.$$('.sheet .boxed li').length, 5, 'five statements'); T.eq(T.$$('.mark').length, 0, 'a public page has no mark');
            const points = T.$$('.sheet .points li').length;
            el.setAttribute('profile', 'in-clinic'); await T.until('the risks', () => T.$$('.sheet .points li').length >= points + 6);
            T.ok(T.shown(T.$('.mark')) && T.$('.mark').textContent === '院内説明用', 'mark');
            T.clean();
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/still-missing-disclosures",
        world: "no-wasm-file",
        page: &[("el", "lang=ja scene=microglia content=clinic-missing.json")],
        unclean: true,
        steps: &[Js(r#"
            await T.tier('still'); const el = T.el;
            const told = () => T.named('error').find(({ detail }) => detail.code === 'disclosure');
            await T.until('a word to the owner', told);
            T.eq(told().detail.missing.map(({ id }) => id), ['cost', 'period', 'sessions'], 'what is missing');
            T.ok(T.console.some(({ level, text }) => level === 'warn' && /標準的な費用がありません.*clinic\.cost/.test(text)), T.said());
            await el.goTo('clinic'); await T.until('the notice', () => T.$('[data-clinic="hidden"]'));
            T.eq(['name', 'telephone', 'offer', 'basis'].filter(name => T.$(`[data-fact="${name}"]`)), [], 'hidden');
            T.ok(!/みほん医院|03-0000/.test(T.$('.app').textContent), 'neither name nor number anywhere');
            T.eq(T.$('[data-fact="cost"]').textContent, '記載なし', 'price');
            el.setAttribute('profile', 'in-clinic'); await T.until('the clinic', () => T.$('[data-fact="name"]'));
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/still-forbidden-words-and-markup",
        world: "no-wasm-file",
        page: &[(
            "el",
            "lang=ja scene=microglia profile=in-clinic content=clinic-forbidden.json",
        )],
        unclean: true,
        steps: &[Js(r#"
            await T.tier('still'); await T.el.audit();
            const said = T.console.filter(l => l.level === 'warn').map(({ text }) => text).join();
            for (const place of ['clinic.name', 'clinic.treatment', 'clinic.telephone', 'clinic.mail', 'clinic.website', 'clinic.offer', 'clinic.cost', 'clinic.grade']) {
                T.ok(said.includes(place), `${place} is named: ${said}`);
            }
            await T.el.goTo('clinic'); await T.until('the page', () => T.$('[data-fact="cost"]'));
            T.eq(T.$$('[data-fact]').map((fact) => fact.textContent).filter(text => /javascript|<b>|必ず|hacked/.test(text)), [], 'nothing of it is shown');
            T.eq(T.$$('a[href^="javascript"], script, img[onerror]').length, 0, 'no way in'); T.eq(T.hackedCount, 0, 'script run');
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/still-finds-the-same-expressions",
        steps: &[Js(concat!(
            "const RULES = `",
            include_str!("../../../tests/wording/rules.txt"),
            "`, COLUMN = `",
            include_str!("../../../tests/wording/column.txt"),
            r#"`;
            const { objection } = await T.import('dist/facts.js');
            const wording = await (await fetch('dist/content/wording.json')).json(), wrong = [];
            let lines = 0;
            const look = (text, wanted) => { lines++; if (Boolean(objection(text, wording)) !== wanted) wrong.push(text); };
            for (const block of RULES.split('\n= ').slice(1)) for (const line of block.split('\n').slice(1).filter(Boolean)) look(line.slice(2), line[0] === '+');
            for (const line of COLUMN.split('\n').filter((line) => line && line[0] !== '#')) {
                const [head, text] = line.split(' | ');
                // A rule of its own, not of the list: the report without the trial.
                look(text, head.split(' ')[2] !== '-' || /16名/.test(text));
            }
            for (const text of ['最★高★品★質の培養液', '地域ＮＯ１です', '膝の痛みを和げます', 'THE  BEST-QUALITY', 'Exosomes\u{ad} repair NERVES']) look(text, true);
            T.eq(wrong, [], `of ${lines}`); T.ok(lines > 300, 'lines');
        "#
        ))],
        ..CASE
    },
    Case {
        name: "clinic/in-clinic-before-the-engine",
        page: &[(
            "el",
            "lang=ja scene=microglia profile=in-clinic loading=interaction",
        )],
        steps: &[Js(r#"
            await T.until('the poster', () => T.shown(T.$('.start')));
            T.eq(T.$('.mark').textContent, '院内説明用', 'mark'); T.ok(T.shown(T.$('.mark')), 'it can be seen');
            T.el.setAttribute('profile', 'public'); await T.until('a public page', () => !T.$('.mark'));
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/file-is-asked-for-once",
        page: &[("el", "lang=ja scene=microglia content=clinic-good.json")],
        steps: &[Js(r#"
            await T.tier('live'); await T.el.audit(); T.el.setAttribute('profile', 'in-clinic'); await T.el.audit(); await T.sleep(200);
            T.eq(performance.getEntriesByType('resource').filter(({ name }) => /clinic-good\.json/.test(name)).length, 1, 'requests');
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/audit-in-the-text-tier",
        world: "nothing",
        unclean: true,
        steps: &[Js(r#"
            await T.tier('text'); const audit = await T.el.audit();
            T.eq([audit.tier, audit.claims.length, audit.disclosures.missing.length], ['text', 0, 12], 'the nearest honest thing');
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/owner-is-told-on-the-full-page",
        file: "dist/index.html",
        world: "strict",
        steps: &[Js(r#"
            const panel = document.querySelector('#owner');
            for (let i = 0; i < 600 && panel.hidden; i++) await new Promise(r => setTimeout(r, 25));
            const lines = [...panel.querySelectorAll('li')].map((line) => line.textContent);
            if (!lines.some((line) => /標準的な費用がありません/.test(line))) throw new Error(`the panel says: ${lines.join(' | ')}`);
            const { disclosures } = await document.querySelector('exosome-explainer').audit();
            if (lines.join() !== disclosures.missing.map(({ request }) => request).join() || !lines.every((line) => /書く場所: \S/.test(line))) throw new Error(`not what audit() says: ${lines.join(' | ')}`);
            if (panel.lang !== 'ja' || panel.getBoundingClientRect().height < 10 || !/content\/clinic\.json/.test(panel.textContent)) throw new Error('it is there, in Japanese, with the file to write in');
        "#)],
        ..CASE
    },
];
