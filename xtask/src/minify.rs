//! Makes hand-written JavaScript, CSS and JSON smaller without changing what it means: comments, indentation and blank
//! lines go; nothing is renamed, no line break between two statements is removed.

/// JavaScript without comments, indentation and blank lines.
pub fn js(source: &str) -> String {
    let text: Vec<char> = source.chars().collect();
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    // Open `${` of template literals: the depth of braces inside each.
    let mut templates: Vec<u32> = Vec::new();
    while at < text.len() {
        let rest = &text[at..];
        match rest[0] {
            '/' if rest.get(1) == Some(&'/') => {
                at += rest.iter().position(|c| *c == '\n').unwrap_or(rest.len());
            }
            '/' if rest.get(1) == Some(&'*') => {
                let end = (2..rest.len()).find(|i| rest[i - 1] == '*' && rest[*i] == '/' && *i > 2);
                let inside = &rest[..end.map_or(rest.len(), |i| i + 1)];
                // A comment with a line break counts as one.
                space(&mut out, if inside.contains(&'\n') { '\n' } else { ' ' });
                at += inside.len();
            }
            quote @ ('"' | '\'') => at += copy_until(rest, quote, &mut out),
            '`' => {
                out.push('`');
                at += 1 + copy_template(&rest[1..], &mut templates, &mut out);
            }
            '/' if regex_may_start(&out) => at += copy_regex(rest, &mut out),
            '{' => {
                if let Some(depth) = templates.last_mut() {
                    *depth += 1;
                }
                out.push('{');
                at += 1;
            }
            '}' => {
                out.push('}');
                at += 1;
                match templates.last_mut() {
                    Some(0) => {
                        templates.pop();
                        at += copy_template(&text[at..], &mut templates, &mut out);
                    }
                    Some(depth) => *depth -= 1,
                    None => {}
                }
            }
            c @ (' ' | '\t' | '\r' | '\n') => {
                space(&mut out, c);
                at += 1;
            }
            c => {
                out.push(c);
                at += 1;
            }
        }
    }
    tighten(out.trim())
}

/// Adds white space unless there is some already; a line break wins over a space.
fn space(out: &mut String, c: char) {
    if c == '\n' {
        while out.ends_with(' ') {
            out.pop();
        }
        if !out.ends_with('\n') {
            out.push('\n');
        }
    } else if c != '\r' && !out.ends_with([' ', '\n']) {
        out.push(' ');
    }
}

/// Line breaks after an opening brace, a comma or a semicolon mean nothing.
fn tighten(text: &str) -> String {
    // Template literals may hold such breaks as text; keep everything then.
    if text.contains('`') {
        return text.to_owned();
    }
    text.replace(";\n", ";")
        .replace("{\n", "{")
        .replace(",\n", ",")
        .replace("(\n", "(")
}

/// Copies a string up to its closing quote; returns how many characters were read.
fn copy_until(rest: &[char], quote: char, out: &mut String) -> usize {
    let mut at = 1;
    out.push(quote);
    while let Some(c) = rest.get(at) {
        out.push(*c);
        at += 1;
        if *c == '\\' {
            out.extend(rest.get(at));
            at += 1;
        } else if *c == quote {
            break;
        }
    }
    at
}

/// Copies the text of a template literal up to its end or the next `${`.
fn copy_template(rest: &[char], templates: &mut Vec<u32>, out: &mut String) -> usize {
    let mut at = 0;
    while let Some(c) = rest.get(at) {
        out.push(*c);
        at += 1;
        match c {
            '\\' => {
                out.extend(rest.get(at));
                at += 1;
            }
            '`' => break,
            '$' if rest.get(at) == Some(&'{') => {
                out.push('{');
                at += 1;
                templates.push(0);
                break;
            }
            _ => {}
        }
    }
    at
}

/// A slash starts a regular expression where a value is expected.
fn regex_may_start(out: &str) -> bool {
    let before = out.trim_end();
    let word_start = before
        .rfind(|c: char| !c.is_alphanumeric() && c != '_' && c != '$')
        .map_or(0, |i| i + 1);
    let word = before.get(word_start..).unwrap_or_default();
    matches!(word, "return" | "typeof" | "case" | "of" | "in" | "=>")
        || before.is_empty()
        || before.ends_with([
            '(', ',', '=', ':', '[', '!', '&', '|', '?', '{', '}', ';', '+', '>',
        ])
}

fn copy_regex(rest: &[char], out: &mut String) -> usize {
    let mut at = 1;
    let mut in_class = false;
    out.push('/');
    while let Some(c) = rest.get(at) {
        out.push(*c);
        at += 1;
        match c {
            '\\' => {
                out.extend(rest.get(at));
                at += 1;
            }
            '[' => in_class = true,
            ']' => in_class = false,
            '/' if !in_class => break,
            '\n' => break,
            _ => {}
        }
    }
    at
}

/// CSS without comments and needless white space.
pub fn css(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if c == '"' || c == '\'' {
            let text: Vec<char> = rest.chars().collect();
            let read = copy_until(&text, c, &mut out);
            rest = &rest[text[..read].iter().map(|c| c.len_utf8()).sum::<usize>()..];
        } else if c.is_whitespace() {
            if !out.ends_with([' ', '{', '}', ';', ',']) && !out.is_empty() {
                out.push(' ');
            }
            rest = rest.trim_start();
        } else {
            if matches!(c, '{' | '}' | ';' | ',') && out.ends_with(' ') {
                out.pop();
            }
            if c == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn js_keeps_meaning() {
        let source = "// a\nconst a = 'it // is';  /* b */ const b = /[/\"]\\/x/.test(a)\n\n  let c = a / 2 / b; // c\n";
        assert_eq!(
            js(source),
            "const a = 'it // is'; const b = /[/\"]\\/x/.test(a)\nlet c = a / 2 / b;"
        );
        let source = "const t = `a // ${ f({ x: `//y` }) /* gone */ } /* b */`; // gone\nf()";
        assert_eq!(
            js(source),
            "const t = `a // ${ f({ x: `//y` }) } /* b */`; \nf()".replace("; \n", ";\n")
        );
    }

    #[test]
    fn css_keeps_meaning() {
        let source = "/* x */ .a  .b > i,\n .c { color : red; content: \"a  /* b */\"; }\n@media (x: 1) { p { margin: 0 -1px } }";
        let expected =
            ".a .b > i,.c{color : red;content: \"a  /* b */\"}@media (x: 1){p{margin: 0 -1px}}";
        assert_eq!(css(source), expected);
    }
}
