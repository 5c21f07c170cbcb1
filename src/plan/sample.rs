//! Complete plans to learn from or to begin with, kept in the program.

/// A plan that comes with the program.
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    /// The name by which people ask for it; its beginning is enough.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

macro_rules! samples {
    ($($name:literal)+) => {
        &[$(Sample {
            name: $name,
            text: include_str!(concat!("../../plans/", $name, ".toml")),
        },)+]
    };
}

/// The samples, in alphabetical order.
pub const SAMPLES: &[Sample] = samples! {
    "aldran-cooking-evenings"
    "arnwell-well-testing"
    "combermoor-home-hairdressing"
    "omumbonde-oat-bars"
    "tarpwiek-lift-records"
    "weiting-paddy-spraying"
};

/// The sample whose name is this or begins with this, if it is the only one.
pub fn sample(name: &str) -> Option<&'static Sample> {
    let exact = SAMPLES.iter().find(|sample| sample.name == name);
    let mut near = SAMPLES
        .iter()
        .filter(|sample| !name.is_empty() && sample.name.starts_with(name));
    exact.or_else(|| near.next().filter(|_| near.next().is_none()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_can_be_asked_for_and_read() {
        for found in SAMPLES {
            assert_eq!(sample(found.name).unwrap().name, found.name);
            let reading = crate::plan::read(found.text);
            assert_eq!(reading.problems, [], "{}", found.name);
        }
        assert_eq!(sample("omumb").unwrap().name, "omumbonde-oat-bars");
        assert!(sample("").is_none() && sample("a").is_none());
    }

    #[test]
    fn no_sample_is_left_out() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/plans");
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .filter_map(|entry| {
                let name = entry.unwrap().file_name().into_string().unwrap();
                name.strip_suffix(".toml").map(str::to_owned)
            })
            .collect();
        names.sort();
        let known: Vec<&str> = SAMPLES.iter().map(|sample| sample.name).collect();
        assert_eq!(names, known);
    }
}
