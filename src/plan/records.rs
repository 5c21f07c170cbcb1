//! The typed plan: one struct per section of the catalogue, field names and types only.
//!
//! Labels, help and kinds are said in `catalogue`; a test holds the two lists together.

use super::record::{
    Choice, Choices, Count, Date, Flag, Line, Lines, Money, Number, Percent, Period, Ref, Refs,
    Scale, Scores, Text, records,
};
use crate::catalogue::choices as pick;

records! {
    // -- The frame ------------------------------------------------------------------------
    table Frame "plan" {
        title: Line, organisation: Line, offering: Line, category: Line, brands: Lines,
        mission: Text, summary: Text, background: Text, kind: Choice<pick::PlanKind>,
        role: Choice<pick::Role>, orientation: Choice<pick::Orientation>,
        status: Choice<pick::PlanStatus>, owner: Line, starts: Date, ends: Date,
        currency: Line, language: Choice<pick::PlanLanguage>, review_rhythm: Text, voice: Text,
        success_factors: Lines, exercise: Line, unknown: Lines,
    }
    table Interests "plan.interests" { customers: Text, owners: Text, staff: Text, society: Text, }
    rows Assumption "plan.assumptions" {
        claim: Text, confidence: Choice<pick::Confidence>, test: Text, trigger: Text,
        result: Text, owner: Line,
    }
    rows Stakeholder "plan.stakeholders" {
        name: Line, interest: Text, gains: Text, loses: Text, guardrail: Text,
    }
    rows TeamRole "plan.team" {
        role: Line, name: Line, duties: Text, days_a_month: Number, vacant: Flag,
    }
    rows Change "plan.changes" { date: Date, what: Text, why: Text, by: Line, }
    rows Reference "plan.references" { title: Line, place: Line, note: Text, }

    // -- 1 Needs --------------------------------------------------------------------------
    table Market "needs.market" {
        definition: Text, size: Count, value: Money, growth: Percent, derivation: Text,
        source: Line,
    }
    rows SizingStep "needs.sizing" { what: Line, factor: Number, unit: Line, source: Line, }
    rows CustomerNeed "needs.customer_needs" {
        who: Line, situation: Text, need: Text, want: Text, demand: Text,
        status: Choice<pick::NeedStatus>, importance: Scale, satisfaction: Scale,
        barriers: Lines, evidence: Refs,
    }
    rows Evidence "needs.evidence" {
        question: Text, method: Choice<pick::Method>, respondents: Choice<pick::Respondents>,
        sample: Count, date: Date, source: Line, finding: Text, results: Lines,
        confidence: Choice<pick::Confidence>,
    }
    rows Alternative "needs.alternatives" {
        name: Line, kind: Choice<pick::AlternativeKind>, offer: Text, price: Money,
        share: Percent, role: Choice<pick::Role>, strengths: Lines, weaknesses: Lines,
        serves: Refs,
    }
    rows MarketForce "needs.forces" {
        force: Choice<pick::Force>, what: Text, effect: Choice<pick::Effect>, response: Text,
    }
    rows Swot "needs.swot" {
        kind: Choice<pick::SwotKind>, what: Text, rank: Count, answered_by: Refs,
    }
    rows BuyingStep "needs.buying_steps" {
        segment: Ref, step: Choice<pick::BuyingStage>, customer: Text, trigger: Text, ours: Text,
    }

    // -- 2 Targeting ----------------------------------------------------------------------
    table Targeting "targeting" {
        strategy: Choice<pick::Strategy>, criteria: Text, not_for: Text,
    }
    rows Segment "targeting.segments" {
        name: Line, description: Text, side: Choice<pick::Side>, bases: Choices<pick::Basis>,
        needs: Refs, size: Count, size_source: Line, growth: Percent, annual_spend: Money,
        buyer_type: Choice<pick::BuyerType>, payer: Line, decider: Line, user: Line,
        buys_at: Lines, media: Lines, attractiveness: Scale, fit: Scale, measurable: Scale,
        reachable: Scale, substantial: Scale, differentiable: Scale, actionable: Scale,
        decision: Choice<pick::Decision>, reason: Text, revisit_when: Text,
    }
    rows Persona "targeting.personas" {
        segment: Ref, name: Line, day: Text, goals: Lines, frustrations: Lines, quote: Text,
    }

    // -- 3 Value --------------------------------------------------------------------------
    rows Proposition "value.propositions" {
        segment: Ref, statement: Text, against: Refs, position: Choice<pick::Position>,
        lead: Ref, promise_level: Scale, delivery_level: Scale, not_promised: Lines,
    }
    rows Benefit "value.benefits" {
        proposition: Ref, need: Ref, benefit: Text, feature: Text, proof: Text, evidence: Refs,
        worth: Money,
    }
    rows CustomerCost "value.costs" {
        proposition: Ref, kind: Choice<pick::CostKind>, what: Text, relief: Text,
    }
    rows Factor "value.factors" {
        name: Line, segment: Ref, weight: Percent, us: Scale, rivals: Scores,
    }
    table PositioningMap "value.map" { x: Ref, y: Ref, }

    // -- 4 Mix ----------------------------------------------------------------------------
    table CustomerView "mix.customer_view" {
        solution: Text, cost: Text, convenience: Text, communication: Text,
    }
    rows Product "mix.products" {
        name: Line, core: Text, actual: Text, augmented: Text, role: Choice<pick::ProductRole>,
        segments: Refs, price: Money, net_price: Money, unit_cost: Money,
        price_basis: Choices<pick::PriceBasis>, price_reason: Text, capacity: Number,
        capacity_period: Choice<pick::CapacityPeriod>, ready: Date,
    }
    rows Channel "mix.channels" {
        name: Line, segments: Refs, margin: Percent, role: Text, convenience: Text,
    }
    rows Message "mix.messages" {
        segment: Ref, benefit: Ref, text: Text, medium: Line, tool: Choice<pick::PromotionTool>,
        step: Choice<pick::BuyingStage>, response: Text, cadence: Line,
    }
    rows Promotion "mix.promotions" {
        name: Line, what: Text, product: Ref, segment: Ref, cost_each: Money, expected: Count,
        starts: Date, ends: Date,
    }
    rows Objective "mix.objectives" {
        kind: Choice<pick::ObjectiveKind>, statement: Text, metric: Line, unit: Line,
        baseline: Number, target: Number, by: Date, owner: Line, measured_by: Line,
        actual: Number, supports: Ref,
    }
    rows Milestone "mix.milestones" { objective: Ref, by: Date, target: Number, actual: Number, }
    rows Action "mix.actions" {
        what: Text, lever: Choice<pick::Lever>, segment: Ref, objective: Ref, owner: Line,
        helpers: Lines, approver: Line, starts: Date, ends: Date, repeats: Choice<pick::Repeat>,
        cost: Money, status: Choice<pick::ActionStatus>, phase: Line, after: Refs, gate: Text,
    }
    table Totals "mix.totals" {
        budget: Money, revenue: Money, fixed_costs: Money, approval: Text, conditions: Text,
    }
    rows BudgetLine "mix.budget" {
        item: Line, lever: Choice<pick::Lever>, quantity: Number, rate: Money, amount: Money,
        cap_share: Percent, currency: Line, exchange_rate: Number, exchange_date: Date,
        period: Period, action: Ref, funded_by: Line, actual: Money,
    }
    rows ForecastLine "mix.forecast" {
        scenario: Choice<pick::Scenario>, product: Ref, segment: Ref, channel: Ref,
        period: Period, customers: Count, purchases: Number, price: Money, basis: Text,
    }
    rows Risk "mix.risks" {
        risk: Text, likelihood: Scale, impact: Scale, watch: Line, trigger: Text,
        response: Text, owner: Line,
    }

    // -- 5 Relationships ------------------------------------------------------------------
    table Care "relationships.care" {
        complaints: Text, after_sales: Text, crisis: Text, customer_data: Text,
        content_rights: Text,
    }
    rows Programme "relationships.programmes" {
        segment: Ref, level: Choice<pick::Level>, tool: Choice<pick::RelationshipTool>,
        what: Text, two_way: Flag, cost: Money, owner: Line, objective: Ref,
    }
    rows Touchpoint "relationships.touchpoints" {
        stage: Choice<pick::BuyingStage>, r#where: Line, promise: Text, standard: Line,
        owner: Line, moment_of_truth: Flag,
    }
    rows Satisfaction "relationships.satisfaction" {
        segment: Ref, measure: Choice<pick::Measure>, expectation: Number, performance: Number,
        scale: Number, sample: Count, date: Date, target: Number,
    }
    rows Partner "relationships.partners" {
        name: Line, kind: Choice<pick::PartnerKind>, role: Text, incentive: Text,
    }
    rows RevenueStream "relationships.revenue_streams" {
        name: Line, model: Choice<pick::RevenueModel>, payer: Ref, what: Text, share: Percent,
        starts: Date,
    }
    table ValueCapture "relationships.value_capture" {
        mode: Choice<pick::Mode>, period: Choice<pick::Cycle>, discount_rate: Percent,
        horizon: Count, margin_timing: Choice<pick::Timing>, profit_threshold: Money,
        loyalty_threshold: Percent,
    }
    rows Group "relationships.groups" {
        name: Line, segment: Ref, customers: Count, purchases: Number, average_purchase: Money,
        margin_rate: Percent, cost_to_serve: Money, retention: Percent, category_spend: Money,
        acquisition_cost: Money, acquisition_spend: Money, retention_spend: Money,
        policy: Choice<pick::Policy>, grow_by: Text,
    }
    rows Account "relationships.accounts" {
        name: Line, tier: Choice<pick::Tier>, revenue_share: Percent, probability: Percent,
        frequency: Number, volume: Money, credit: Scale, influence: Scale, prospects: Scale,
        loyalty: Scale, protection: Text,
    }

    // -- Answers --------------------------------------------------------------------------
    rows Answer "accept" { check: Line, at: Line, reason: Text, by: Line, until: Date, }
}
