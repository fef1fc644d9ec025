//! What the checker says of damaged content, and that it says nothing of what is built in.

use super::*;
use std::fs;

/// The findings of one file, by name, beside the built-in content.
fn of(name: &str, text: &str) -> Checked {
    let path = std::env::temp_dir().join(format!("check-content-{}-{name}", std::process::id()));
    fs::write(&path, text).unwrap();
    let mut checked = Checked::default();
    let built_in = BuiltIn::load(&mut checked).unwrap();
    checked.file(&built_in, &path.display().to_string());
    fs::remove_file(&path).ok();
    checked
}

fn rules(checked: &Checked) -> Vec<&str> {
    checked
        .findings
        .iter()
        .map(|finding| finding.rule.as_str())
        .collect()
}

fn built_in(name: &str) -> String {
    read(&root().join("assets/content").join(name)).unwrap()
}

#[test]
fn the_built_in_content_has_no_finding_and_nothing_open() {
    let mut checked = Checked::default();
    let content = BuiltIn::load(&mut checked).unwrap();
    assert_eq!(checked.findings, Vec::new());
    assert_eq!(content.languages.len(), content.contents.len());
    assert_eq!(checked.pending, Vec::new());
}

#[test]
fn the_example_of_a_clinics_file_has_no_finding_and_nothing_open() {
    let checked = of(
        "example.json",
        &read(&root().join("tests/clinic/example.json")).unwrap(),
    );
    assert_eq!(checked.findings, Vec::new());
    assert_eq!(checked.pending, Vec::new());
}

#[test]
fn each_damage_is_found() {
    let cases = [
        (
            "explainer.json",
            "\"grades\": [\"animal\"], \"result\": \"reported\", \"material\": [], \"route\": [], \"sources\": [\"K7\", \"signals\"]",
            "\"grades\": [], \"result\": \"reported\", \"material\": [], \"route\": [], \"sources\": [\"K7\", \"signals\"]",
            "ungraded",
        ),
        (
            "explainer.json",
            "\"sources\": [\"K7\", \"signals\"]",
            "\"sources\": []",
            "unsourced",
        ),
        (
            "explainer.json",
            "\"e-16\", \"e-29\", ",
            "\"e-16\", ",
            "h1-without-h2",
        ),
        (
            "explainer.json",
            "\"version\": 1",
            "\"version\": 2",
            "schema",
        ),
        ("ja.json", "\"lang\"", "\"long\"", "schema"),
        (
            "ja.json",
            "ミクログリアは、脳と脊髄にいる免疫の細胞です",
            "ミクログリアを必ず改善します",
            "absolute",
        ),
        (
            "ja.json",
            "ミクログリアは、脳と脊髄にいる免疫の細胞です",
            "ミクログリアは、脳と脊髄と、そのほかの多くの場所にいて、まわりを見まわりながら、さまざまな様子に応じて形を変えていく、とても多くの役目をになっている、免疫の細胞です",
            "long-sentence",
        ),
        (
            "en.json",
            "Microglia are immune cells",
            "The best microglia are immune cells",
            "superlative",
        ),
    ];
    for (name, from, to, rule) in cases {
        let text = built_in(name);
        assert!(text.contains(from), "{name}: {from}");
        let damaged = text.replacen(from, to, 1);
        let checked = of(name, &damaged);
        assert!(
            rules(&checked).contains(&rule),
            "{name}: {to}: {:?}",
            checked.findings
        );
    }
}

#[test]
fn a_source_nobody_has_found_yet_stays_open() {
    let text = built_in("explainer.json");
    let damaged = text.replacen("\"address\": \"own\"", "\"address\": \"pending\"", 1);
    let checked = of("explainer.json", &damaged);
    let open: Vec<_> = (checked.pending.iter())
        .map(|finding| (finding.rule.as_str(), finding.place.as_str()))
        .collect();
    let [(rule, place)] = open[..] else {
        panic!("one place is open, not {open:?}");
    };
    assert_eq!(rule, "pending-source");
    assert!(place.ends_with("explainer.json: sources.survey"), "{place}");
}

#[test]
fn a_clinics_file_is_checked_as_the_browser_does() {
    let file = r#"{"clinic": {"name": "みほん医院", "cost": "今だけ5万円", "treatment": {"ja": "点滴です。"}},
        "texts": {"ja": {"claims": {"r-fever": "だるさだけです。"}}}, "colour": 1}"#;
    let checked = of("clinic.json", file);
    let told: Vec<(&str, &str, &str)> = (checked.findings.iter())
        .map(|finding| {
            let place = finding.place.split_once(": ").unwrap().1;
            (finding.rule.as_str(), place, finding.text.as_str())
        })
        .collect();
    assert_eq!(
        told,
        [
            ("language-missing", "clinic.treatment", ""),
            ("discount", "clinic.cost", "今だけ"),
            ("schema", "colour", ""),
            ("schema", "texts.ja.claims.r-fever", "だるさだけです。"),
        ]
    );
    let missing = checked
        .pending
        .iter()
        .filter(|finding| finding.rule == "disclosure-missing");
    let missing: Vec<&str> = missing.map(|finding| finding.text.as_str()).collect();
    assert_eq!(
        missing,
        ["sought", "contact", "cost", "period", "sessions", "origin"]
    );
}

#[test]
fn a_clinic_named_where_it_may_not_be_is_told() {
    let file = r#"{"clinic": {"name": {"ja": "みほん医院", "en": "Sample Clinic"}, "author": "Sample Clinic", "policy": "毎年見直します。"},
        "texts": {"ja": {"ui": {"app.title": "みほん医院の図解", "poster.start": "電話03-1234-5678"}}}}"#;
    let checked = of("named.json", file);
    let told = |list: &[Finding]| -> Vec<String> {
        let named = list.iter().filter(|it| it.rule == "names-clinic");
        let place = named.map(|it| it.place.split_once(": ").unwrap().1.to_owned());
        place.collect()
    };
    let texts = ["texts.ja.ui.app.title", "texts.ja.ui.poster.start"];
    assert_eq!(told(&checked.findings), texts);
    assert_eq!(told(&checked.pending), ["clinic.author"]);
}

#[test]
fn any_text_may_be_looked_at() {
    let checked = of(
        "page.txt",
        "はじめに\n\n当院は最高品質です。\nSafe and effective.\n",
    );
    let told: Vec<_> = checked
        .findings
        .iter()
        .map(|finding| {
            (
                finding.rule.as_str(),
                finding.place.rsplit_once("page.txt").unwrap().1,
            )
        })
        .collect();
    assert_eq!(told, [("superlative", ":3:4"), ("assured-safety", ":4:1")]);
    assert_eq!(rules(&of("broken.json", "{")), ["schema"]);
    let mut checked = Checked::default();
    let content = BuiltIn::load(&mut checked).unwrap();
    checked.file(&content, "no/such/file.json");
    assert_eq!(rules(&checked), ["unreadable"]);
    let json = checked.findings[0].json();
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["advice", "place", "rule", "text"]);
}

#[test]
fn a_missing_translation_and_placeholder_are_told() {
    let mut checked = Checked::default();
    let files = [
        (
            "a.json".to_owned(),
            r#"{"ui": {"x": "{n} of {total}", "y": "b"}}"#.to_owned(),
        ),
        (
            "b.json".to_owned(),
            r#"{"ui": {"x": "{n}", "z": "c"}}"#.to_owned(),
        ),
    ];
    structure::same_keys(&files, &mut checked);
    let told: Vec<_> = checked
        .findings
        .iter()
        .map(|finding| (finding.rule.as_str(), finding.place.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("placeholders", "b.json: ui.x"),
            ("language-missing", "b.json: ui.y"),
            ("placeholders", "a.json: ui.x"),
            ("language-missing", "a.json: ui.z"),
        ]
    );
}

#[test]
fn reading_ease_follows_its_formulas() {
    // 6 letters; one run of two kanji, two of hiragana with 1 and 2 letters; no comma.
    let japanese = reading::japanese(&["細胞は袋だ。".to_owned()]);
    let expected = -0.12 * 6.0 + 7.4 * 1.0 - 23.18 * 1.5 + 115.79;
    assert!((japanese - expected).abs() < 1e-9, "{japanese}");
    // 6 words of 7 syllables.
    let english = reading::english(&["The cat sat on the table.".to_owned()]);
    let expected = 206.835 - 1.015 * 6.0 - 84.6 * 7.0 / 6.0;
    assert!((english - expected).abs() < 1e-9, "{english}");
    let hard = "慢性疼痛患者集団対照比較臨床試験結果報告書内容確認作業手順説明".to_owned();
    let mut checked = Checked::default();
    reading::ease(&[hard], "ja", "x", &mut checked);
    assert_eq!(rules(&checked), ["reading-ease"]);
}

#[test]
fn the_schema_is_of_the_readers_fields() {
    let schema = BuiltIn::load(&mut Checked::default()).unwrap().schema();
    let clinic = schema["properties"]["clinic"]["properties"]
        .as_object()
        .unwrap();
    let fields = content::clinic::FIELDS;
    assert_eq!(clinic.len(), fields.len());
    assert!(
        fields
            .iter()
            .all(|field| clinic[field.key]["description"] == json!(field.hint))
    );
    let words = &schema["properties"]["texts"]["properties"]["ja"]["properties"];
    assert!(words["claims"]["properties"]["m-injury"].is_object());
    assert!(words["claims"]["properties"]["r-fever"].is_null());
    assert!(words["ui"]["properties"]["badge.animal"].is_null());
    // What the schema allows the reader takes: the built-in file names no other key.
    let file: serde_json::Value = serde_json::from_str(&built_in("clinic.json")).unwrap();
    for key in file["clinic"].as_object().unwrap().keys() {
        assert!(clinic.contains_key(key), "{key}");
    }
}

/// A small content with one claim from the column and one that is ours, and what the check tells of it.
fn of_origins(damage: impl Fn(&mut origin::Origins)) -> Vec<String> {
    let mut origins = origin::Origins {
        explainer: r#"{"claims": [
            {"id": "a", "sources": ["column"], "origin": ["B2"]},
            {"id": "b", "sources": [], "origin": [], "own": "definition"}]}"#
            .to_owned(),
        column: "# head\nB2 H - | 支える可能性\nB7 S - | 世界初\n".to_owned(),
        record: r#"{"left-out": {"B7": "A superlative."}, "compared": {}}"#.to_owned(),
        texts: vec![r#"{"claims": {"a": "可能性があります", "b": "袋です"}}"#.to_owned()],
    };
    origins.record = origins.compared("all").unwrap();
    damage(&mut origins);
    let mut checked = Checked::default();
    origins.check(&mut checked);
    let findings = checked.findings.iter();
    let end = |place: &str| {
        place
            .rsplit([' ', '.'])
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    findings
        .map(|finding| format!("{} {}", finding.rule, end(&finding.place)))
        .collect()
}

#[test]
fn every_claim_and_every_sentence_of_the_column_is_accounted_for() {
    let none: [&str; 0] = [];
    assert_eq!(of_origins(|_| ()), none);
    let explainer = |from: &'static str, to: &'static str| {
        of_origins(move |origins| {
            assert!(origins.explainer.contains(from));
            origins.explainer = origins.explainer.replace(from, to);
        })
    };
    assert_eq!(
        explainer("\"B2\"", "\"B2\", \"B3\""),
        ["origin-unknown a", "compare-again a"]
    );
    assert_eq!(
        explainer("[\"B2\"]", "[]"),
        [
            "origin-missing a",
            "compare-again a",
            "column-sentence B2",
            "column-sentence a"
        ]
    );
    assert_eq!(explainer("definition", "opinion"), ["origin-missing b"]);
    assert_eq!(explainer("definition", "evidence"), ["origin-missing b"]);
    assert_eq!(explainer("[\"column\"]", "[]"), ["origin-missing a"]);
    assert_eq!(
        explainer("\"origin\": []", "\"origin\": [\"B2\"]"),
        ["origin-missing b", "compare-again b"]
    );
    assert_eq!(
        of_origins(|origins| origins.record = origins.record.replace("B7", "B8")),
        ["column-sentence B7", "column-sentence B8"]
    );
}

#[test]
fn what_changed_since_it_was_compared_is_to_be_compared_again() {
    assert_eq!(
        of_origins(|origins| origins.column = origins.column.replace("可能性", "効果")),
        ["compare-again a"]
    );
    assert_eq!(
        of_origins(|origins| origins.texts[0] = origins.texts[0].replace("可能性", "効果")),
        ["compare-again a"]
    );
    let ours = of_origins(|origins| origins.texts[0] = origins.texts[0].replace("袋", "箱"));
    assert_eq!(ours, Vec::<String>::new(), "what is ours has no origin");
    let again = of_origins(|origins| {
        origins.column = origins.column.replace("可能性", "効果");
        origins.record = origins.compared("a").unwrap();
    });
    assert_eq!(again, Vec::<String>::new(), "once it was compared");
}
