//! Names of rows of figures, and names of firms.

use super::*;

#[test]
fn rows_of_figures_have_names_nobody_has() {
    for (text, expected) in [
        ("标准差", Called::Sum),
        ("Ø", Called::Sum),
        ("Ø 3,8", Called::Sum),
        ("∅", Called::Sum),
        ("Durchschnitt", Called::Sum),
        ("Mittelwert:", Called::Sum),
        ("Moyenne", Called::Sum),
        ("Moyenne générale", Called::Sum),
        ("最高分：", Called::Sum),
        ("最 低 分", Called::Sum),
        ("极差", Called::Sum),
        ("各项平均得分", Called::Sum),
        ("最高/最低", Called::Sum),
        ("2025下半年平均", Called::Sum),
        ("目标", Called::Yardstick),
        ("目标值（%）", Called::Yardstick),
        ("满意度目标值", Called::Yardstick),
        ("权重", Called::Yardstick),
        ("满分", Called::Yardstick),
        ("排名", Called::Yardstick),
        ("上期得分", Called::Yardstick),
        ("去年同期", Called::Yardstick),
        ("同比", Called::Yardstick),
        ("2025下半年", Called::Yardstick),
        ("2025年度", Called::Yardstick),
        ("2025H2", Called::Yardstick),
        ("示例：XX公司", Called::Yardstick),
        ("（示例）某某公司", Called::Yardstick),
        ("例：某公司", Called::Yardstick),
        ("Example: ACME", Called::Yardstick),
        ("平均 3.5", Called::Sum),
        ("平均：4.25 分", Called::Sum),
        ("满意率 92.5%", Called::Sum),
        ("合计 22 份", Called::Sum),
        ("目标 90", Called::Yardstick),
        ("满分 5", Called::Yardstick),
        ("N=22", Called::Sum),
        ("n = 22", Called::Sum),
        ("Ｎ＝22", Called::Sum),
        ("样本量", Called::Sum),
        ("样本量：22", Called::Sum),
        ("有效份数 22", Called::Sum),
        ("答卷份数", Called::Sum),
        ("人数", Called::Sum),
        ("例", Called::Yardstick),
        ("例：", Called::Yardstick),
        ("（例）", Called::Yardstick),
        ("例1", Called::Yardstick),
        ("例如：某某厂", Called::Yardstick),
        ("示例", Called::Yardstick),
        ("【示例】", Called::Yardstick),
        ("示例2", Called::Yardstick),
        ("填写范例", Called::Yardstick),
        ("示范", Called::Yardstick),
        ("Example", Called::Yardstick),
        ("Example 1", Called::Yardstick),
        ("For example", Called::Yardstick),
        ("e.g.", Called::Yardstick),
        ("E.g. ACME", Called::Yardstick),
        ("eg", Called::Yardstick),
        ("EG: ACME", Called::Yardstick),
    ] {
        let name = called(text);
        assert_eq!(
            name.map(|it| (it.called, it.sure)),
            Some((expected, true)),
            "{text}"
        );
    }
    for (text, expected, given) in [
        ("Max", Called::Sum, true),
        ("Std. dev.", Called::Sum, false),
        ("Highest score", Called::Sum, false),
        ("Target", Called::Yardstick, false),
        ("Full marks", Called::Yardstick, false),
        ("Ranking", Called::Yardstick, false),
        ("Last period", Called::Yardstick, false),
        ("2025 H2 target", Called::Yardstick, false),
        ("Average 3.5", Called::Sum, false),
        ("Mean: 4.2", Called::Sum, false),
        ("n", Called::Sum, false),
        ("Count", Called::Sum, false),
    ] {
        let name = called(text).map(|it| (it.called, it.sure, it.given, it.example));
        assert_eq!(name, Some((expected, false, given, false)), "{text}");
    }
}

#[test]
fn a_name_with_such_a_word_in_it_stays_a_name() {
    for text in [
        "目标科技",
        "最高电气",
        "平均科技",
        "合计机械厂",
        "示例科技有限公司",
        "例外公司",
        "权重传媒",
        "上期资本",
        "2025",
        "2025年5月",
        "2025科技",
        "满意度",
        "客户",
        "分",
        "",
        "Target Corp",
        "Max Planck",
        "Sample Systems",
        "Mode Textil",
        "Rangers",
        "example.com",
        "得分",
        "H2 Energy",
        "Year One",
        "Standard Life",
        "1",
        "A",
        "：",
        "3.5",
        "22",
        "3M",
        "例行检测中心",
        "样本科技",
        "平均3.5科技",
        "有效",
        "22 份",
        "Egger",
        "EG Group",
        "Egret 3",
        "N 22 Ltd",
    ] {
        assert_eq!(called(text), None, "{text}");
    }
}

#[test]
fn any_text_ends() {
    let random = &mut fastrand::Rng::with_seed(7);
    let pieces: Vec<&str> = SUMS
        .iter()
        .chain(&YARDSTICKS)
        .chain(&HALVES)
        .copied()
        .chain(["2025", "年", "科技", " ", "：", "🙂", "例", "("])
        .collect();
    for _ in 0..2_000 {
        let count = random.usize(0..6);
        let words: Vec<&str> = (0..count)
            .map(|_| pieces[random.usize(0..pieces.len())])
            .collect();
        let text = words.concat();
        let firm = text.contains("科技") || text.contains('🙂');
        let example = is_example(&folded(&text));
        assert!(!firm || example || called(&text).is_none(), "{text}");
    }
}
