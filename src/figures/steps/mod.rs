//! The figures of a plan, one file a step.

mod mix;
mod relationships;

use super::Figure;
use crate::plan::Plan;

/// Every figure of a plan, step by step; one that lacks inputs says which.
pub fn figures(plan: &Plan) -> Vec<Figure> {
    let mut figures = Vec::new();
    mix::figures(plan, &mut figures);
    relationships::figures(plan, &mut figures);
    figures
}
