//! Names of files in other files.

use std::path::{Component, Path, PathBuf};

/// The path of a file as another file would name it: from the folder of that one, with forward
/// slashes on every system.
pub fn name_from(plan: &Path, file: &Path) -> String {
    let (plan, file) = (whole(plan), whole(file));
    let folder: Vec<Component> = file.parent().unwrap_or(&file).components().collect();
    let plan: Vec<Component> = plan.components().collect();
    let shared = folder.iter().zip(&plan).take_while(|(a, b)| a == b).count();
    let up = folder.iter().skip(shared).map(|_| "..".to_owned());
    let down = plan.iter().skip(shared);
    let down = down.map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// A path without `.` and `..`, from the root.
fn whole(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut whole = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                whole.pop();
            }
            Component::CurDir => {}
            part => whole.push(part),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_named_from_where_its_baseline_stands() {
        for (plan, file, name) in [
            ("plans/茶馆.toml", "known.json", "plans/茶馆.toml"),
            ("./plans/./a.toml", "plans/known.json", "a.toml"),
            ("a.toml", "plans/known.json", "../a.toml"),
            ("plans/../b.toml", "x/y/known.json", "../../b.toml"),
        ] {
            assert_eq!(name_from(Path::new(plan), Path::new(file)), name, "{plan}");
        }
    }
}
