//! The clinic's own file: shown when complete, held back and told when not, and never a way in for claims or script.

use super::{CASE, Case, Step::*};

/// Risks and statements under the frame of every scene, in sight and word for word, and nothing else has moved.
const IN_SIGHT: &str = r#"
    await T.until('a tier', () => /live|still/.test(T.el.dataset.tier)); const el = T.el, { scenes, risks, statements } = await T.content();
    const box = (selector) => { const node = T.$(selector), at = el.getBoundingClientRect(); if (!node) return null; const { left, top, width, height } = node.getBoundingClientRect(); return [left - at.left, top - at.top, width, height].map(Math.round); };
    const places = () => ['.stage', '.below', '.transport', '.foot'].map(box).map((at, _, [[, top]]) => at && [at[0], at[1] - top, at[2], at[3]]), bad = [];
    await T.until('one frame', () => T.$$('.app').length === 1); document.documentElement.style.overflowY = 'scroll'; // The higher page may not take a scroll bar's width.
    for (const lang of ['ja', 'en']) {
        el.setAttribute('lang', lang); const texts = await T.content(lang), bare = (text) => text.replace(/\s/g, '');
        await T.until('the words', () => T.$('.duties')?.textContent.includes(texts.claims[statements[0]].slice(0, 12)));
        for (const id of ['start', ...scenes.map(({ id }) => id)]) {
            await el.goTo(id); await T.frame(); await T.frame(); const duties = T.$('.duties');
            if (T.$$('dialog[open]').length || T.$$('.duties').length !== 1) bad.push(`${lang} ${id}: once, with nothing opened`);
            const points = [...duties.querySelectorAll('.points li')], boxed = [...duties.querySelectorAll('.boxed li')];
            if (points.length !== 6 || boxed.length !== 5 || duties.querySelectorAll('.badge').length < 6) bad.push(`${lang} ${id}: ${points.length} risks, ${boxed.length} statements`);
            for (const [index, risk] of risks.entries()) if (!bare(points[index].textContent).includes(bare(texts.claims[risk]))) bad.push(`${lang} ${id}: ${risk}`);
            for (const [index, one] of statements.entries()) if (bare(boxed[index].textContent) !== bare(texts.claims[one])) bad.push(`${lang} ${id}: ${one}`);
            for (const line of [...points, ...boxed]) { const { width, height } = line.getBoundingClientRect(); if (!T.shown(line) || width < 200 || height < 20 || parseFloat(getComputedStyle(line).fontSize) < 15) bad.push(`${lang} ${id}: not seen`); }
            const below = box('.below'), foot = box('.foot'), top = box('.duties')[1];
            if (top < below[1] + below[3] - 1 || (innerWidth < 960 && foot && id !== 'start' && top < foot[1] + foot[3] - 1)) bad.push(`${lang} ${id}: not under the controls`);
            const with_ = places(), [, high] = box('.stage'); el.setAttribute('profile', 'public'); await T.until('a public page', () => !T.$('.duties')); await T.frame();
            const without = places().flat(), may = 1 + Math.abs(high - box('.stage')[1]);
            if (id !== 'start' && with_.flat().some((at, index) => Math.abs(at - without[index]) > may)) bad.push(`${lang} ${id}: something moves: ${with_} instead of ${without}`);
            el.setAttribute('profile', 'in-clinic'); await T.until('inside again', () => T.$('.duties'));
        }
    }
    T.ok(!bad.length, `${bad.length}: ${bad.join('; ')}`);
"#;

/// A file that names its clinic in texts and in facts, and leaves out the period.
const NAMED: &str = r#"
    await T.until('a tier', () => /live|still/.test(T.el.dataset.tier)); const el = T.el;
    const { disclosures } = await el.audit(); T.eq(disclosures.missing.map(({ id }) => id), ['period'], 'one is missing');
    await T.until('the words that may stay', () => T.console.some(({ level, text }) => level === 'warn' && /texts\.ja\.ui\.app\.title: names-clinic/.test(text)));
    const nowhere = (where) => T.ok(!/青空|aozora|03\D{0,2}1234|夜8時/i.test(T.$('.app').textContent + T.$('.app').innerHTML), where);
    nowhere('on the scene');
    await el.goTo('clinic'); await T.until('the notice', () => T.$('[data-clinic="hidden"]')); nowhere('on the page');
    T.eq(['treatment', 'author', 'policy', 'name', 'offer'].filter((name) => T.$(`[data-fact="${name}"]`)), [], 'hidden');
    T.eq([T.$('[data-fact="funding"]').textContent, T.$('[data-fact="maker"]').textContent], ['みほん製作所', 'みほん製作所'], 'other facts stay');
    T.eq(T.$('[data-fact="period"]').textContent, '記載なし', 'what is missing says so');
    el.setAttribute('lang', 'en'); await T.until('English', () => /[a-z]{4}/.test(T.$('.brand').textContent)); await el.audit(); nowhere('in English');
    el.setAttribute('profile', 'in-clinic'); await T.until('the clinic', () => T.$('[data-fact="author"]')?.textContent === 'Aozora Clinic');
    el.setAttribute('profile', 'public'); await T.until('a public page again', () => !T.$('[data-fact="author"]')); nowhere('after all');
"#;

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
        name: "clinic/missing-without-a-file",
        steps: &[Js(r#"
            await T.tier('live'); const told = await T.until('a word to the owner', () => T.named('error')[0]);
            T.eq([told.detail.kind, told.detail.code], ['disclosure', 'disclosure'], 'kind');
            T.eq(told.detail.missing, (await T.el.audit()).disclosures.missing, 'what is missing'); T.ok(/標準的な費用がありません/.test(told.detail.message), 'in Japanese');
            T.eq(T.console.filter(l => /warn|error/.test(l.level)), [], 'a note is enough without a file'); T.ok(T.console.some(l => l.level === 'info' && l.text.includes(told.detail.message)), 'a note');
            T.el.setAttribute('profile', 'in-clinic'); await T.el.audit(); T.eq(T.named('error').length, 1, 'nothing is required inside the clinic');
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/is-named-nowhere-while-one-is-missing",
        page: &[("el", "lang=ja scene=microglia content=clinic-named.json")],
        steps: &[Js(NAMED)],
        ..CASE
    },
    Case {
        name: "clinic/still-is-named-nowhere-while-one-is-missing",
        world: "no-wasm-file",
        page: &[("el", "lang=ja scene=microglia content=clinic-named.json")],
        unclean: true,
        steps: &[Js(NAMED)],
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
        name: "clinic/in-clinic-phone",
        size: (390, 844),
        page: &[("el", "lang=ja scene=microglia profile=in-clinic")],
        seconds: 60,
        steps: &[Js(IN_SIGHT)],
        ..CASE
    },
    Case {
        name: "clinic/in-clinic-tablet",
        size: (834, 1000),
        page: &[("el", "lang=ja scene=microglia profile=in-clinic")],
        seconds: 60,
        steps: &[Js(IN_SIGHT)],
        ..CASE
    },
    Case {
        name: "clinic/in-clinic-wide",
        size: (1180, 820),
        page: &[("el", "lang=ja scene=microglia profile=in-clinic")],
        seconds: 60,
        steps: &[Js(IN_SIGHT)],
        ..CASE
    },
    Case {
        name: "clinic/still-in-clinic-phone",
        world: "no-wasm-file",
        unclean: true,
        size: (390, 844),
        page: &[("el", "lang=ja scene=microglia profile=in-clinic")],
        seconds: 60,
        steps: &[Js(IN_SIGHT)],
        ..CASE
    },
    Case {
        name: "clinic/still-in-clinic-wide",
        world: "no-wasm-file",
        unclean: true,
        size: (1180, 820),
        page: &[("el", "lang=ja scene=microglia profile=in-clinic")],
        seconds: 60,
        steps: &[Js(IN_SIGHT)],
        ..CASE
    },
    Case {
        name: "clinic/content-attribute-changed-later",
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el; await el.audit(); await el.seek(42.5);
            el.setAttribute('content', 'clinic-good.json');
            T.eq((await el.audit()).disclosures.missing, [], 'laid over'); T.ok(T.$('.brand').textContent.includes('図で見る慢性の痛み'), 'words too');
            el.removeAttribute('content'); const after = await el.audit(); T.ok(!T.$('.brand').textContent.includes('図で見る慢性の痛み'), 'words away');
            T.ok(after.disclosures.missing.length > 0, 'taken away');
            T.eq([el.currentTime, el.dataset.tier], [42.5, 'live'], 'place');
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/records-are-the-native-ones",
        seconds: 120,
        steps: &[Js(r#"
            await T.tier('live'); T.el.remove();
            const native = await (await fetch('native.json')).json(), by = (record) => JSON.stringify([record.lang, record.profile]);
            for (const [lang, content, scenes] of [['ja', ''], ['en', 'clinic-good.json'], ['ja', 'clinic-good.json'], ['en', ''], ['ja', 'clinic-missing.json'], ['en', 'clinic-named.json'], ['ja', 'clinic-forbidden.json'],
                ['ja', '', 'microglia'], ['en', '', 'routes']]) {
                const el = T.make({ lang, content, scenes: scenes ?? '', loading: 'eager' });
                for (const profile of ['public', 'in-clinic']) {
                    el.setAttribute('profile', profile);
                    const { date, tier, ...audit } = await el.audit();
                    T.eq([tier, /^\d{4}-\d\d-\d\d$/.test(date)], ['live', true], 'head'); structuredClone(audit);
                    const { record: { date: _, ...record } } = native.records.find((one) => one.content === content && by(one.record) === by(audit) && (scenes ?? 'exosome inflammation nerve microglia routes evidence') === one.scenes);
                    for (const [index, claim] of record.claims.entries()) T.eq(audit.claims[index], { id: claim.id, text: claim.text, grade: claim.grade, sources: audit.claims[index].sources, shown: claim.shown }, `${lang} ${content} ${claim.id}`);
                    const sorted = (value) => Array.isArray(value) ? value.map(sorted) : Object(value) === value ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : value;
                    T.eq(sorted(audit), sorted(record), `${lang} ${content} ${profile}`);
                }
                el.remove();
            }
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/both-readers-agree",
        seconds: 120,
        steps: &[Js(r#"
            const { read, withheld: kitted } = await T.import('dist/clinic-file.js'), { rules } = await T.import('dist/wording.js');
            const text = async (path) => (await fetch(`dist/content/${path}.json`)).text();
            const native = await (await fetch('native.json')).json(), wording = rules(await text('wording')), builtIn = await text('clinic');
            const explainer = JSON.parse(await text('explainer')), words = { ja: await text('ja'), en: await text('en') };
            const sorted = (value) => Array.isArray(value) ? value.map(sorted) : Object(value) === value ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : value;
            const { disclosed } = await T.import('dist/clinic.js'), { states } = await T.import('dist/clinic-file.js');
            let lines = 0;
            for (const { lang, file, unchecked, problems, facts, texts, missing, withheld } of native.files) {
                const content = { explainer, texts: JSON.parse(words[lang]), lang }, what = JSON.stringify(file).slice(0, 200);
                const ours = read({ builtIn, file: 'c', own: JSON.stringify(file) }, content, unchecked ? null : wording);
                T.eq(ours.problems, problems, what);
                T.eq(sorted(ours.facts), sorted(facts), what);
                T.eq(sorted(ours.texts), sorted(texts ?? content.texts), what);
                for (const profile of ['public', 'in-clinic']) {
                    const found = disclosed({ ...content, texts: ours.texts }, profile, (key) => states(ours.facts, key));
                    T.eq(found.missing.map(({ request }) => request), missing[profile], what);
                }
                if (missing.public.length) T.eq(Object.entries(kitted(ours.facts)).filter(([key, value]) => value !== ours.facts[key]).map(([key]) => key).sort(), withheld.sort(), what);
                T.eq(content.texts, JSON.parse(words[lang]), 'the built-in words stay as they were');
                lines += problems.length;
            }
            T.ok(native.files.length > 150 && lines > 2000, `${native.files.length} files, ${lines} lines`);
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/words-put-anew-stay-with-their-element",
        page: &[("el", "lang=ja scene=microglia content=clinic-good.json")],
        steps: &[Js(r#"
            await T.tier('live'); const el = T.el, brand = (it = el) => T.$('.brand', it).textContent, first = await el.audit();
            T.ok(brand().includes('図で見る慢性の痛み'), 'a word of the clinic\'s');
            T.eq((await el.audit()).contentHash, first.contentHash, 'the hash is the same each time');
            el.setAttribute('lang', 'en'); await T.until('English', () => /[A-Za-z]{4}/.test(brand()));
            const english = await el.audit(); T.eq(english.lang, 'en', 'language'); T.ok(english.contentHash !== first.contentHash, 'other words, another hash');
            el.setAttribute('lang', 'ja'); await T.until('Japanese, in the clinic\'s words', () => brand().includes('図で見る慢性の痛み'));
            T.eq((await el.audit()).contentHash, first.contentHash, 'the same words, the same hash');
            await el.goTo('clinic'); await T.until('the facts stay', () => T.$('[data-fact="name"]')?.textContent === 'みほん医院'); await T.close();
            el.remove(); await T.frame();
            const other = T.make({ lang: 'ja', scene: 'microglia', profile: 'in-clinic', loading: 'eager' });
            await T.tier('live', other); T.ok(!brand(other).includes('図で見る慢性の痛み'), 'not the words of another element\'s clinic');
            await other.goTo('clinic'); T.ok(!/みほん/.test(T.$('.app', other).textContent), 'nor its facts');
            await T.until('the built-in clinic', () => T.$('[data-fact="name"]', other)?.textContent === 'CELL GRAND CLINIC');
            T.ok((await other.audit()).contentHash !== first.contentHash, 'another hash');
            other.remove(); document.body.append(el); await T.tier('live', el); T.ok(brand().includes('図で見る慢性の痛み'), 'at once when it comes back');
            el.removeAttribute('content'); await T.until('the built-in words', () => !brand().includes('図で見る慢性の痛み'));
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/the-engine-leaves-out-what-does-not-fit",
        steps: &[Js(r#"
            await T.tier('live'); const glue = await T.import('dist/engine.js');
            const app = new glue.Explainer(() => {}), content = [await (await fetch('dist/content/explainer.json')).text(), 'ja', await (await fetch('dist/content/ja.json')).text()];
            app.configure('{}', ...content); const plain = app.stamp();
            for (const odd of ['', 'no JSON', '[]', 'null', '{"facts":3,"complete":"yes"}', '{"facts":{"nothing":"x"},"complete":true}', '['.repeat(9999)]) {
                app.set_clinic(odd); T.eq(app.stamp(), plain, odd.slice(0, 40));
            }
            app.set_clinic('{"facts":{"name":7,"telephone":["x"],"cost":{"ja":null},"sought":"x"},"complete":true}');
            app.go_to('clinic'); app.set_texts('ja', '{'); app.set_clinic('{}');
            app.configure('{}', ...content); T.eq(app.stamp(), plain, 'nothing stays');
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/words-put-anew-before-the-engine",
        page: &[(
            "el",
            "lang=ja scene=microglia loading=interaction content=clinic-good.json",
        )],
        steps: &[Js(r#"
            await T.until('the poster', () => T.$('.start')); const before = T.shift;
            await T.until('the poster in the clinic\'s words', () => T.$('.start') && T.$('.brand').textContent.includes('図で見る慢性の痛み'));
            T.eq(T.$$('.app').length, 1, 'one poster'); T.still(before);
            T.$('.start').click(); await T.tier('live'); T.ok(T.$('.brand').textContent.includes('図で見る慢性の痛み'), 'and after it');
            await T.until('the poster to go', () => T.$$('.app').length === 1); T.eq(T.console.filter(l => /warn|error/.test(l.level)), [], 'console');
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
            for (const place of ['clinic.name', 'clinic.treatment', 'clinic.telephone', 'clinic.mail', 'clinic.website', 'clinic.offer', 'clinic.cost', 'clinic.grade', 'texts.ja.claims.c-main', 'texts.ja.nothing']) {
                T.ok(said.includes(place), `${place} is named: ${said}`);
            }
            await T.el.goTo('clinic'); await T.until('the page', () => T.$('[data-fact="cost"]'));
            T.eq(T.$$('[data-fact]').map((fact) => fact.textContent).filter(text => /javascript|<b>|必ず|hacked/.test(text)), [], 'nothing of it is shown');
            T.eq(T.$$('a[href^="javascript"], script, img[onerror]').length, 0, 'no way in'); T.eq(T.hackedCount, 0, 'script run');
        "#)],
        ..CASE
    },
    Case {
        name: "clinic/still-words-put-anew",
        world: "strict-no-wasm-file",
        page: &[("el", "lang=ja scene=microglia content=clinic-good.json")],
        unclean: true,
        steps: &[Js(r#"
            await T.tier('still'); const el = T.el, brand = () => T.$('.brand').textContent;
            const { record } = (await (await fetch('native.json')).json()).records.find(({ content, record, scenes }) => content === 'clinic-good.json' && record.lang === 'ja' && record.profile === 'public' && / /.test(scenes));
            const audit = await el.audit(); T.ok(brand().includes('図で見る慢性の痛み'), 'a word of the clinic\'s');
            const told = ({ claims }) => claims.map(({ id, text, grade, shown }) => [id, text, grade, shown]);
            T.eq(told(audit), told(record), 'claims'); T.eq(audit.disclosures.missing, record.disclosures.missing, 'what is missing');
            await el.goTo('clinic'); el.setAttribute('lang', 'en');
            await T.until('English, the page still open', () => !brand().includes('図で見る') && T.$('[data-fact="name"]')?.textContent === 'Sample Clinic');
            el.setAttribute('lang', 'ja'); await T.until('the clinic\'s words again', () => brand().includes('図で見る慢性の痛み'));
            el.removeAttribute('content'); await T.until('the built-in words', () => !brand().includes('図で見る慢性の痛み'));
            T.ok(!/みほん/.test(T.$('.app').textContent), 'and facts'); T.eq(T.violations, [], 'policy');
        "#)],
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
            T.eq([T.$$('.duties .points li').length, T.$$('.duties .boxed li').length, T.shown(T.$('.duties .boxed'))], [6, 5, true], 'risks and statements are in sight');
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
