//! The name under which farsight remembers something about a plan.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;

use super::disk;
use super::stamp::Stamp;

/// What a recovery file or a lock belongs to: a plan on disk, or one without a name yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    key: String,
    plan: Option<PathBuf>,
}

const UNTITLED: &str = "untitled";

impl Slot {
    /// The slot of a plan on disk: the same by whatever link or relative path it is reached.
    pub fn of(path: &Path) -> Slot {
        let plan = disk::resolve(path).unwrap_or_else(|_| path.to_path_buf());
        let stamp = Stamp::of(plan.as_os_str().as_encoded_bytes()).to_string();
        Slot {
            key: stamp.replace('-', "x"),
            plan: Some(plan),
        }
    }

    /// A new slot for a plan that has never been saved.
    pub fn untitled() -> Slot {
        Slot {
            key: format!("{UNTITLED}-{}", once()),
            plan: None,
        }
    }

    /// A slot of its own for a plan that is open elsewhere.
    ///
    /// Two windows on one plan must not write over each other's unsaved text, so the
    /// second one keeps its recovery here; [`Recovery::find`](super::Recovery::find)
    /// looks in both.
    #[must_use]
    pub fn beside(&self) -> Slot {
        Slot {
            key: format!("{}-{}", self.base(), once()),
            plan: self.plan.clone(),
        }
    }

    /// The plan on disk, with links followed; none for an untitled one.
    pub fn plan(&self) -> Option<&Path> {
        self.plan.as_deref()
    }

    pub(super) fn key(&self) -> &str {
        &self.key
    }

    /// What the keys of all slots of this plan begin with.
    pub(super) fn base(&self) -> &str {
        self.key.split('-').next().unwrap_or(&self.key)
    }

    /// Whether no other session will ever ask for this slot by its key.
    pub(super) fn passing(&self) -> bool {
        self.key.contains('-')
    }

    pub(super) fn base_of_untitled() -> &'static str {
        UNTITLED
    }
}

/// A piece of a key that no other session uses.
fn once() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let now = Timestamp::now().as_millisecond();
    format!("{now:x}-{:x}-{count:x}", std::process::id())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_a_plan_leads_to_one_slot() {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("早餐 plan.toml");
        std::fs::write(&plan, "").unwrap();
        let round = folder.path().join(".").join("早餐 plan.toml");
        assert_eq!(Slot::of(&plan), Slot::of(&round));
        assert_ne!(
            Slot::of(&plan),
            Slot::of(&folder.path().join("午餐 plan.toml"))
        );
        let second = Slot::of(&plan).beside();
        assert_eq!(second.base(), Slot::of(&plan).key());
        assert!(second.passing() && !Slot::of(&plan).passing());
    }

    #[test]
    fn untitled_plans_do_not_share_a_slot() {
        assert_ne!(Slot::untitled(), Slot::untitled());
        assert_eq!(Slot::untitled().base(), UNTITLED);
        assert!(Slot::untitled().passing());
    }
}
