"""What the complete sample plans come to, computed a second time.

The program has one way to compute a figure; this is another, written from the textbooks and from
the plan's file, with exact fractions and nothing but the standard library. Run it by hand after a
change of a sample or of a formula, from the root of the repository:

    python3 tests/figures/complete.py

It writes tests/figures/complete.json, which tests/figures_plan.rs holds every figure against.
"""

import json
import math
import pathlib
import tomllib
from datetime import date
from fractions import Fraction as F

ROOT = pathlib.Path(__file__).parents[2]
PLANS = ["omumbonde-oat-bars", "weiting-paddy-spraying"]


def read(name):
    text = (ROOT / "plans" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text, parse_float=F)


def rows(plan, path):
    for part in path.split("."):
        plan = plan.get(part, {})
    return plan or []


def months(period):
    """The months that a period names: 2027, 2027-Q1, 2027-03."""
    year = int(period[:4])
    if len(period) == 4:
        return [(year, month) for month in range(1, 13)]
    if "Q" in period:
        first = 3 * int(period[-1]) - 2
        return [(year, month) for month in range(first, first + 3)]
    return [(year, int(period[5:]))]


class Results(dict):
    def put(self, key, **outputs):
        self[key] = {name.replace("_", "-"): value for name, value in outputs.items()}


def needs(plan, out):
    market = plan["needs"]["market"]
    size = math.prod(F(row["factor"]) for row in rows(plan, "needs.sizing"))
    out.put("market-size", size=size, difference=size - market["size"])
    out.put("market-value-each", each=F(market["value"]) / market["size"])
    for row in rows(plan, "needs.customer_needs"):
        importance, today = row["importance"], row["satisfaction"]
        gap = importance - today if importance > today else 0
        out.put(f"opportunity.{row['id']}", opportunity=importance + gap, gap=gap, highest=9)


def sold(line):
    return F(line["customers"]) * F(line["purchases"])


def targeting(plan, out):
    base = [line for line in rows(plan, "mix.forecast") if line.get("scenario", "base") == "base"]
    told = {month for line in base for month in months(line["period"])}
    for row in rows(plan, "targeting.segments"):
        own = row["id"]
        out.put(
            f"segment-score.{own}",
            score=row["attractiveness"] * row["fit"],
            of_highest=F(row["attractiveness"] * row["fit"], 25),
        )
        if "size" not in row or "annual_spend" not in row:
            out[f"segment-potential.{own}"] = None
            continue
        potential = row["size"] * F(row["annual_spend"])
        out.put(f"segment-potential.{own}", potential=potential)
        if "growth" in row:
            out[f"segment-potential.{own}"]["next"] = potential + potential * F(row["growth"])
        revenue = sum(sold(line) * F(line["price"]) for line in base if line.get("segment") == own)
        if revenue and len(told) == 12:
            out.put(f"implied-share.{own}", share=revenue / potential)


def value(plan, out):
    factors = {}
    for row in rows(plan, "value.factors"):
        factors.setdefault(row["segment"], []).append(row)
    for segment, weighed in factors.items():
        whole = sum(F(row["weight"]) for row in weighed)
        ours = sum(F(row["weight"]) * row["us"] for row in weighed) / whole
        for rival in {rival: None for row in weighed for rival in row["rivals"]}:
            theirs = sum(F(row["weight"]) * row["rivals"][rival] for row in weighed) / whole
            out.put(
                f"perceived-value.{segment}.{rival}",
                lead=ours - theirs,
                our_value=ours,
                their_value=theirs,
            )
    prices = {row["id"]: F(row["price"]) for row in rows(plan, "needs.alternatives") if "price" in row}
    for row in rows(plan, "value.propositions"):
        worths = [
            F(benefit["worth"])
            for benefit in rows(plan, "value.benefits")
            if benefit["proposition"] == row["id"] and "worth" in benefit
        ]
        made = [
            product
            for product in rows(plan, "mix.products")
            if row["segment"] in product.get("segments", []) and product["price"]
        ]
        if not worths or not made:
            continue
        product = next((one for one in made if one.get("role") == "lead"), made[0])
        line = next(
            line
            for line in rows(plan, "mix.forecast")
            if line.get("scenario", "base") == "base"
            and (line["product"], line["segment"]) == (product["id"], row["segment"])
        )
        times = F(line["purchases"]) * 12 / len(months(line["period"]))
        dearest = max(prices[one] for one in row["against"] if one in prices)
        worth = dearest * times + sum(worths)
        out.put(
            f"economic-value.{row['id']}.{product['id']}",
            value=worth,
            surplus=worth - F(product["price"]) * times,
            highest_price=worth / times,
        )


def mix(plan, out):
    totals = plan["mix"]["totals"]
    products = {row["id"]: row for row in rows(plan, "mix.products")}
    fixed = F(totals["fixed_costs"])
    for own, row in products.items():
        net, cost, price = F(row["net_price"]), F(row["unit_cost"]), F(row["price"])
        out.put(f"net-price.{own}", kept=net / price, passed_on=price - net)
        out.put(
            f"contribution.{own}",
            contribution=net - cost,
            contribution_ratio=(net - cost) / net,
            cost_ratio=cost / net,
        )
        units = fixed / (net - cost)
        out.put(
            f"break-even.{own}",
            units=units,
            units_to_sell=math.ceil(units),
            contribution=net - cost,
            revenue=fixed * net / (net - cost),
        )
    lines = rows(plan, "mix.forecast")
    brings, leaves = {}, {}
    for line in lines:
        cost = F(products[line["product"]]["unit_cost"])
        brings[line["id"]] = sold(line) * F(line["price"])
        leaves[line["id"]] = brings[line["id"]] - sold(line) * cost
        out.put(
            f"forecast.{line['id']}",
            revenue=brings[line["id"]],
            units=sold(line),
            contribution=leaves[line["id"]],
        )
    case = lambda line: line.get("scenario", "base")
    what = lambda line: (line["product"], line.get("segment"), line.get("channel"), line["period"])
    for name in ["low", "base", "high"]:
        own = [line for line in lines if case(line) == name]
        if not own:
            continue
        told = {what(line) for line in own}
        taken = [line for line in lines if case(line) == "base" and what(line) not in told]
        counted = own + taken
        contribution = sum(leaves[line["id"]] for line in counted)
        out.put(f"revenue.{name}", total=sum(brings[line["id"]] for line in counted))
        out.put(
            f"profit.{name}",
            profit=contribution - fixed,
            contribution=contribution,
            covered=contribution / fixed,
        )
    base = [line for line in lines if case(line) == "base"]
    revenue = sum(brings[line["id"]] for line in base)
    contribution = sum(leaves[line["id"]] for line in base)
    stated = F(totals["revenue"])
    out.put("revenue-against-goal", difference=revenue - stated, ratio=revenue / stated)
    out.put(
        "break-even",
        revenue=fixed * revenue / contribution,
        ratio=contribution / revenue,
        part_of_forecast=fixed / contribution,
        safety=(contribution - fixed) / contribution,
    )
    for by in ["product", "segment", "channel"]:
        parts = {}
        for line in base:
            parts[line[by]] = parts.get(line[by], 0) + brings[line["id"]]
        if len(parts) < 2:
            continue
        for own, part in parts.items():
            out.put(f"revenue-by-{by}.{own}", total=part, share=part / revenue)
        out.put(f"revenue-concentration.{by}", **concentration(parts.values()))
    budget(plan, out)
    objectives(plan, out)


def concentration(parts):
    whole = sum(parts)
    return {
        "largest_share": max(parts) / whole,
        "hhi": sum((100 * part / whole) ** 2 for part in parts),
    }


def budget(plan, out):
    home = plan["plan"]["currency"]
    actions = {row["id"]: row for row in rows(plan, "mix.actions")}
    levers, goals, calendar, paid, spent, whole = {}, {}, {}, {}, 0, 0
    for row in rows(plan, "mix.budget"):
        amount = F(row["amount"]) if "amount" in row else F(row["quantity"]) * F(row["rate"])
        if row.get("currency", home) != home:
            amount *= F(row["exchange_rate"])
        out.put(f"budget-line.{row['id']}", amount=amount)
        whole += amount
        spent += F(row.get("actual", 0))
        levers[row["lever"]] = levers.get(row["lever"], 0) + amount
        goal = actions.get(row.get("action"), {}).get("objective", "none")
        goals[goal] = goals.get(goal, 0) + amount
        time = months(row["period"])
        for month in time:
            calendar[month] = calendar.get(month, 0) + amount / len(time)
            if "actual" in row:
                paid[month] = paid.get(month, 0) + F(row["actual"]) / len(time)
    out.put("budget", total=whole, remaining=F(plan["mix"]["totals"]["budget"]) - whole)
    if any("actual" in row for row in rows(plan, "mix.budget")):
        out.put("budget-spent", total=spent, share=spent / whole)
    for lever, part in levers.items():
        out.put(f"budget-by-lever.{lever}", total=part, share=part / whole)
    for goal, part in goals.items():
        out.put(f"budget-by-objective.{goal}", total=part, share=part / whole)
    for (year, month), part in calendar.items():
        out.put(f"budget-by-month.{year}-{month:02}", amount=part)
        if (year, month) in paid:
            used = paid[year, month]
            out.put(f"budget-by-month.{year}-{month:02}", amount=part, spent=used, left=part - used)


def objectives(plan, out):
    goals = {row["id"]: row for row in rows(plan, "mix.objectives")}
    marks = [("objective", row, row) for row in goals.values()]
    marks += [("milestone", row, goals[row["objective"]]) for row in rows(plan, "mix.milestones")]
    for kind, row, goal in marks:
        if "actual" not in row:
            continue
        now, target = F(row["actual"]), F(row["target"])
        key = f"{kind}.{row['id']}"
        out.put(key, to_go=target - now)
        if target:
            out[key]["attained"] = now / target
        if goal.get("kind") != "financial":
            start = F(goal["baseline"])
            out[key]["done"] = (now - start) / (target - start)


def relationships(plan, out):
    terms = plan["relationships"]["value_capture"]
    discount, horizon = F(terms["discount_rate"]), terms.get("horizon")
    year = {"week": 52, "month": 12, "quarter": 4, "year": 1}[terms["period"]]
    days = (plan["plan"]["ends"] - plan["plan"]["starts"]).days + 1
    periods = round(days / 365.2425 * year)
    start = terms["margin_timing"] == "start"

    def multiple(retention):
        """What a margin of 1 is worth: each period's chance of staying, discounted."""
        first = 0 if start else 1
        return sum((retention / (1 + discount)) ** t for t in range(first, first + horizon))

    def endless(retention):
        return ((1 + discount) if start else retention) / (1 + discount - retention)

    now = end = 0
    revenues = []
    for row in rows(plan, "relationships.groups"):
        own, stay, customers = row["id"], F(row["retention"]), row["customers"]
        pays = F(row["purchases"]) * F(row["average_purchase"])
        margin = pays * F(row["margin_rate"]) - F(row.get("cost_to_serve", 0))
        worth = margin * multiple(stay)
        cost = F(row["acquisition_cost"])
        won = F(row["acquisition_spend"]) / cost
        out.put(f"customer-margin.{own}", margin=margin, revenue=pays)
        out.put(
            f"lifetime-value.{own}",
            lifetime_value=worth,
            multiple=multiple(stay),
            without_end=margin * endless(stay),
            multiple_without_end=endless(stay),
            factor=stay / (1 + discount),
        )
        gain = multiple(stay + F(1, 100)) - multiple(stay)
        out.put(f"retention-gain.{own}", gain=margin * gain, part=gain / multiple(stay))
        out.put(
            f"acquisition.{own}", left=worth - cost, ratio=worth / cost, payback=cost / margin
        )
        out.put(f"new-customers.{own}", customers=won)
        profit = margin * year - F(terms["profit_threshold"])
        loyal = stay - F(terms["loyalty_threshold"])
        kinds = {
            (True, True): "true friends",
            (True, False): "butterflies",
            (False, True): "barnacles",
            (False, False): "strangers",
        }
        policies = {
            "true friends": "invest",
            "butterflies": "harvest",
            "barnacles": "reprice",
            "strangers": "leave",
        }
        out.put(
            f"relationship-group.{own}",
            group=kinds[profit >= 0, loyal >= 0],
            policy=policies[kinds[profit >= 0, loyal >= 0]],
            above_profit=profit,
            above_loyalty=loyal,
        )
        spend = F(row["category_spend"])
        out.put(f"share-of-customer.{own}", share=pays / spend, elsewhere=spend - pays)
        left = customers * stay**periods + won
        out.put(
            f"group-equity.{own}",
            now=customers * worth,
            customers_at_end=left,
            at_end=left * worth,
        )
        out.put(f"group-profit.{own}", profit=customers * margin, revenue=customers * pays)
        now, end = now + customers * worth, end + left * worth
        revenues.append(customers * pays)
    out.put("customer-equity", equity=now, equity_at_end=end, change=end - now)
    out.put("group-concentration", **concentration(revenues))
    for row in rows(plan, "relationships.satisfaction"):
        feels = F(row["performance"])
        key = f"satisfaction.{row['id']}"
        out.put(key, gap=feels - F(row["expectation"]))
        if "target" in row:
            out[key]["to-target"] = F(row["target"]) - feels
    accounts = rows(plan, "relationships.accounts")
    most = {key: max(F(row[key]) for row in accounts) for key in ["frequency", "volume"]} if accounts else {}
    for row in accounts:
        parts = [F(row["probability"])]
        parts += [F(row[key]) / most[key] for key in most]
        judged = ["credit", "influence", "prospects", "loyalty"]
        parts += [F(row[key] - 1, 4) for key in judged]
        score = 100 * sum(parts) / 7
        out.put(
            f"account.{row['id']}",
            score=score,
            tier="A" if score >= 70 else "B" if score >= 40 else "C",
            expected_value=F(row["probability"]) * F(row["frequency"]) * F(row["volume"]),
        )
    shares = [F(row["revenue_share"]) for row in accounts if "revenue_share" in row]
    if shares:
        out.put("account-shares", together=sum(shares), largest=max(shares))


def written(value):
    if isinstance(value, str):
        return value
    scaled = round(F(value) * 10**10)
    sign, digits = "-" if scaled < 0 else "", str(abs(scaled)).rjust(11, "0")
    return (sign + digits[:-10] + "." + digits[-10:]).rstrip("0").rstrip(".")


def main():
    everything = {}
    for name in PLANS:
        plan, out = read(name), Results()
        for step in [needs, targeting, value, mix, relationships]:
            step(plan, out)
        everything[name] = {
            key: outputs and {name: written(value) for name, value in outputs.items()}
            for key, outputs in sorted(out.items())
        }
    path = pathlib.Path(__file__).with_suffix(".json")
    path.write_text(json.dumps(everything, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
