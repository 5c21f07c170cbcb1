//! Making the mechanical repairs that findings carry.

use super::{Finding, Report, Settings, check_with};
use crate::plan::{self, Edit, Splice};

/// How often a text is read anew; one repair may uncover another.
const ROUNDS: usize = 10;

/// A text after its repairs.
#[derive(Debug, Clone)]
pub struct Repaired {
    /// The text.
    pub text: String,
    /// The findings that were repaired, in the order of the repairs.
    pub made: Vec<Finding>,
}

/// Makes every mechanical repair in a text, until nothing is left or nothing helps.
///
/// Repairs that overlap wait for the next round, when the text has been read again. A round after
/// which the file reads worse is taken back, and its repairs are tried one by one.
pub fn repair(text: &str, settings: &Settings) -> Repaired {
    let mut done = Repaired {
        text: text.to_owned(),
        made: Vec::new(),
    };
    for _ in 0..ROUNDS {
        let (report, before) = look(&done.text, settings);
        let chosen = apart(&report);
        let alone = chosen.iter().map(|finding| vec![*finding]);
        let mut tries = std::iter::once(chosen.clone()).chain(alone);
        let better = tries.find_map(|findings| {
            let after = all(&findings).applied(&done.text);
            let is_new = after != done.text;
            (is_new && look(&after, settings).1 <= before).then_some((after, findings))
        });
        let Some((after, findings)) = better else {
            break;
        };
        done.made.extend(findings.into_iter().cloned());
        done.text = after;
    }
    done
}

/// What is found in a text, and how badly it reads: broken or not, then how many problems.
fn look(text: &str, settings: &Settings) -> (Report, (bool, usize)) {
    let reading = plan::read(text);
    let worth = (!reading.is_sound(), reading.problems.len());
    (check_with(text, &reading, settings), worth)
}

/// The open findings with repairs that do not touch each other, the first in the text first.
fn apart(report: &Report) -> Vec<&Finding> {
    let reach = |edit: &Edit| {
        let splices = edit.splices();
        Some(splices.first()?.range.start..splices.last()?.range.end)
    };
    let mut found: Vec<_> = report
        .open()
        .filter_map(|finding| Some((reach(finding.fix.as_ref()?)?, finding)))
        .collect();
    found.sort_by_key(|(range, _)| (range.start, range.end));
    let mut free = None;
    found.retain(|(range, _)| {
        let apart = free.is_none_or(|end| range.start > end);
        if apart {
            free = Some(range.end);
        }
        apart
    });
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// The repairs of findings as one edit.
fn all(findings: &[&Finding]) -> Edit {
    let fixes = findings.iter().filter_map(|finding| finding.fix.as_ref());
    let splices: Vec<Splice> = fixes.flat_map(Edit::splices).cloned().collect();
    Edit::new(splices)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str) -> (String, Vec<&'static str>) {
        let done = repair(text, &Settings::default());
        (done.text, done.made.iter().map(|it| it.rule.code).collect())
    }

    #[test]
    fn what_is_mechanical_is_repaired_and_the_rest_stays_byte_for_byte() {
        let text = "farsight = 1\r\n# 茶馆\r\n[plan]\r\ntitel = \"茶馆\"   # 封面\r\nkind = \"busines\"\r\n\
            [[accept]]\r\ncheck = \"F005\"\r\nreason = \"就这样\"\r\n";
        let (after, made) = repaired(text);
        assert_eq!(
            after,
            "farsight = 1\r\n# 茶馆\r\n[plan]\r\ntitle = \"茶馆\"   # 封面\r\nkind = \"business\"\r\n"
        );
        assert_eq!(made, ["F005", "F007", "A703"]);
        assert_eq!(repaired(&after), (after.clone(), vec![]));
    }

    #[test]
    fn what_cannot_be_repaired_is_left() {
        for text in [
            "",
            "farsight = 1\n[plan\n",
            "farsight = 9\n[pla]\n",
            "\u{feff}茶馆",
        ] {
            let (after, made) = repaired(text);
            let reads = plan::read(&after).problems.len();
            assert!(reads <= plan::read(text).problems.len(), "{text} {made:?}");
        }
    }
}
