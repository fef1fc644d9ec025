//! Which language to speak. The words themselves are content.

/// The language of the explainer where none of the wanted ones exists.
pub const DEFAULT_LANG: &str = "ja";

/// The first wanted language that is available: `ja-JP` matches `ja`, `zh` matches `zh-Hans`.
/// Where none matches: Japanese, or else the first that there is.
///
/// Wanted languages may be anything a page or a browser says, in any case.
pub fn negotiate<'a>(candidates: &[&str], available: &[&'a str]) -> &'a str {
    let named = |name: &str| available.iter().copied().find(|known| same(known, name));
    for candidate in candidates {
        // From the whole tag down to its first part: zh-Hans-CN, zh-Hans, zh.
        let mut tag = candidate.trim();
        loop {
            if let Some(found) = named(tag) {
                return found;
            }
            let Some((shorter, _)) = tag.rsplit_once(['-', '_']) else {
                break;
            };
            tag = shorter;
        }
        let main_part = |known: &str| {
            let (main, _) = known.split_once('-')?;
            same(main, tag).then_some(())
        };
        if let Some(found) = available
            .iter()
            .copied()
            .find(|known| main_part(known).is_some())
        {
            return found;
        }
    }
    named(DEFAULT_LANG)
        .or(available.first().copied())
        .unwrap_or(DEFAULT_LANG)
}

/// Whether two tags are the same, whatever their case and whichever dash they use.
fn same(left: &str, right: &str) -> bool {
    let plain = |letter: u8| {
        if letter == b'_' {
            b'-'
        } else {
            letter.to_ascii_lowercase()
        }
    };
    left.bytes().map(plain).eq(right.bytes().map(plain))
}
