use super::*;

fn twice(text: &str) -> String {
    let once = layout(text).unwrap();
    assert_eq!(layout(&once).unwrap(), once);
    once
}

#[test]
fn tables_and_keys_take_the_catalogue_s_order_with_their_comments() {
    let text = "\
# All of it.

# About the format.
zz = 1 # ours
farsight=1
# below


# -- 3 --
[[value.benefits]]
benefit = 'x'
  # the name
  id   =   'b'

[extra]
a = 1
# Rows keep their order.
[[needs.customer_needs]]
id = \"b\"
  [needs.customer_needs.own]
  k = 1
[ plan ]   # the frame
# a remark

mine = [1,2]
owner = \"Ana\"   # signs
title = \"T\"
[[needs.customer_needs]]
id = \"a\"

# the end
";
    let wanted = "\
# All of it.

farsight = 1
# below

# About the format.
zz = 1 # ours

[plan]   # the frame
# a remark

title = \"T\"
owner = \"Ana\"   # signs
mine = [1, 2]

# Rows keep their order.
[[needs.customer_needs]]
id = \"b\"

[needs.customer_needs.own]
k = 1

[[needs.customer_needs]]
id = \"a\"

# -- 3 --
[[value.benefits]]
# the name
id = 'b'
benefit = 'x'

[extra]
a = 1

# the end
";
    assert_eq!(twice(text), wanted);
}

#[test]
fn 长文字换行而值不变() {
    let text = "farsight = 1\r\n[plan]\r\nmission = \"清晨七点以前出门的人，想在两分钟内吃到热的、能单手拿着的早餐，按周结账，不误车次；他们现在多半空着肚子。\" # 使命\r\nbrands = [ '港口', # 主\r\n '外带' ]\r\n";
    let laid = twice(&format!("\u{feff}{text}"));
    assert_eq!(
        laid,
        "\u{feff}farsight = 1\r\n\r\n[plan]\r\nbrands = [\r\n    '港口',  # 主\r\n    '外带',\r\n]\r\nmission = \"\"\"\r\n清晨七点以前出门的人，想在两分钟内吃到热的、能单手拿着的早餐，按周结账，不误车\\\r\n次；他们现在多半空着肚子。\"\"\"  # 使命\r\n"
    );
}

#[test]
fn lists_pass_to_lines_of_their_own_when_they_are_long() {
    let long = "\"one of several rather long items in a list\"";
    let text = format!("farsight = 1\n[plan]\nbrands = [{long}, {long},{long}]\n");
    let laid = twice(&text);
    assert!(
        laid.contains(&format!("brands = [\n    {long},\n")),
        "{laid}"
    );
    let short = "farsight = 1\n\n[plan]\nbrands = [\n  \"a\",\n  \"b\"\n]\n";
    assert!(twice(short).contains("brands = [\"a\", \"b\"]\n"));
}

#[test]
fn what_is_broken_is_refused_with_its_place() {
    assert_eq!(layout("farsight = 1\n[plan\n"), Err(Unlaid::Broken(18)));
    assert!(matches!(layout("a = 1\na = 2\n"), Err(Unlaid::Broken(_))));
    for text in ["", "\u{feff}", "\n\n", "# a\n\n\n# b"] {
        twice(text);
    }
    assert_eq!(twice("# a\n\n\n# b"), "# a\n\n# b\n");
}
