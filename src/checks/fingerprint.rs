//! What a finding is known by from one check to the next.

use super::finding::Finding;

/// The fingerprint of a finding in a plan: 32 hexadecimal digits.
///
/// It is made of the rule, the plan's name, the path in the plan and the words that are found
/// fault with, blanks and line ends counting as one blank. No line number is in it, so that a
/// finding keeps its fingerprint while the plan grows around it; a finding whose words change gets
/// another and is looked at anew.
pub fn fingerprint(finding: &Finding, plan: &str, text: &str) -> String {
    let (start, end) = (finding.span.start, finding.span.end);
    let words = text.get(start..end).unwrap_or_default();
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ");
    let parts = [finding.rule.name, plan, &finding.path, &words];
    // A zero byte parts them: no text of a plan has one.
    digest(&parts.join("\0"))
}

/// The name of a text by its content: 32 hexadecimal digits, the same on every machine.
pub fn digest(text: &str) -> String {
    format!("{:032x}", fnv(text))
}

/// FNV-1a with 128 bits: a name, not a secret, so a hash of three lines will do that every other
/// program can write as well; at 128 bits two findings do not meet by chance.
fn fnv(text: &str) -> u128 {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let step = |hash: u128, byte: u8| (hash ^ u128::from(byte)).wrapping_mul(PRIME);
    text.bytes().fold(BASIS, step)
}

#[cfg(test)]
mod tests {
    use super::super::check_text;
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(
            format!("{:032x}", fnv("")),
            "6c62272e07bb014262b821756295c58d"
        );
        assert_eq!(
            format!("{:032x}", fnv("a")),
            "d228cb696f1a8caf78912b704e4a8964"
        );
    }

    #[test]
    fn a_finding_is_known_though_it_moves_and_new_when_its_words_change() {
        let of = |text: &str, plan: &str| {
            let report = check_text(text);
            let finding = report.findings.iter().find(|it| it.rule.code == "F005");
            fingerprint(finding.unwrap(), plan, text)
        };
        let here = of("farsight = 1\n\"备注\" = 1\n", "a.toml");
        assert_eq!(of("# 茶馆\nfarsight = 1\n\n\"备注\" = 1\n", "a.toml"), here);
        assert_ne!(of("farsight = 1\n\"说明\" = 1\n", "a.toml"), here);
        assert_ne!(of("farsight = 1\n\"备注\" = 1\n", "b.toml"), here);
    }
}
