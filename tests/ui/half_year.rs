//! One half-year from nothing, and the next one after it, as a quality manager walks them:
//! every step by the names on the screen, in both languages.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use manyi::i18n::Language;
use manyi::model::{Data, Origin, Progress, Stage, WaveReturns};
use manyi::store::{Store, check};

use crate::harness::Gui;

const CUSTOMERS: &str = "编号,名称,营业额,重点,区域
C001,昆山联拓精密,960,是,华东
C002,东莞铭昇塑胶,420,,华南
C003,无锡博岳汽车部件,880,是,华东
C004,厦门屿光光电,610,,华南
C005,重庆嘉渝动力,350,,西南
C006,扬州瘦桥线缆,180,,华东
";

/// A cell nobody can read, a customer nobody knows, and one who answers twice.
const FIRST: &str = "客户,日期,产品质量稳定,价格合理,意见
昆山联拓精密,2026-06-01,A,D,年降没有说明
东莞铭昇塑胶,2026-06-02,A,B,
无锡博岳汽车部件,2026-06-02,B,√,
厦门屿光光电,2026-06-03,A,C,
重庆嘉渝动力,2026-06-03,B,D,比同行贵
扬州瘦桥线缆,2026-06-04,C,E,价格高
扬州瘦桥线缆,2026-06-05,B,C,
宁波新客户,2026-06-05,B,B,
";

const SECOND: &str = "客户,产品质量稳定,与同类供应商相比的价格,意见
昆山联拓精密,A,B,
东莞铭昇塑胶,A,B,
无锡博岳汽车部件,B,C,
厦门屿光光电,A,C,
重庆嘉渝动力,B,B,年降方案说清楚了
扬州瘦桥线缆,B,C,
";

/// A walk in one language.
struct Walk {
    gui: Gui,
    language: Language,
}

impl Walk {
    fn new(language: Language) -> Self {
        let gui = Gui::with(language, None, &["review.pdf"]);
        // The questions are Chinese, and so is their form, whatever the window speaks.
        let labels = ["很满意", "满意", "一般", "不满意", "很不满意"];
        for (name, text) in [
            ("customers.csv", CUSTOMERS),
            ("2026H1.csv", FIRST),
            ("2026H2.csv", SECOND),
        ] {
            let cell = |cell: &str| match ["A", "B", "C", "D", "E"].iter().position(|l| *l == cell)
            {
                Some(at) => labels[at].to_owned(),
                None => cell.to_owned(),
            };
            let line = |line: &str| line.split(',').map(cell).collect::<Vec<_>>().join(",");
            let text: Vec<String> = text.lines().map(line).collect();
            std::fs::write(gui.folder.path().join(name), text.join("\n")).unwrap();
        }
        Self { gui, language }
    }

    fn word(&self, chinese: &'static str, english: &'static str) -> &'static str {
        match self.language {
            Language::Zh => chinese,
            Language::En => english,
        }
    }

    fn press(&mut self, chinese: &'static str, english: &'static str) {
        let name = self.word(chinese, english);
        self.gui.click_role(Role::Button, name);
    }

    /// The first of several buttons of that name.
    fn press_first(&mut self, chinese: &'static str, english: &'static str) {
        let name = self.word(chinese, english);
        self.gui.click_first(name);
    }

    fn tab(&mut self, chinese: &'static str, english: &'static str) {
        let name = self.word(chinese, english);
        self.gui.click_role(Role::Tab, name);
    }

    fn write(&mut self, chinese: &'static str, english: &'static str, text: &str) {
        let name = self.word(chinese, english);
        self.gui.type_into(name, text);
    }

    fn sees(&self, chinese: &'static str, english: &'static str) {
        let text = self.word(chinese, english);
        assert!(self.gui.shows_part(text), "{text} is not on the screen");
    }

    fn undo(&mut self) {
        self.gui.key(Modifiers::COMMAND, Key::Z);
    }

    fn kept(&self) -> Data {
        self.store().load().unwrap()
    }

    fn store(&self) -> Store {
        Store::open_read_only(&self.gui.folder.path().join("firm.manyi")).unwrap()
    }

    fn returns(&self) -> WaveReturns {
        let newest = self.kept().waves.last().unwrap().id;
        self.store().load_wave(newest).unwrap()
    }

    fn begin(&mut self) {
        self.press("新建工作区", "New workspace");
        self.write("公司名称", "Company name", "苏州科瑞机电");
        self.write("评审材料文件编号", "Review document number", "QR-9.3-01");
        let place = self.gui.folder.path().join("firm.manyi");
        self.write("保存到", "Keep it in", &place.display().to_string());
        self.press("新建", "Create");
        assert_eq!(self.kept().workspace.document, "QR-9.3-01");
    }

    fn build(&mut self) {
        self.press_first("加维度", "Add dimension");
        self.write("名称", "Name", "质量");
        self.press("加题目", "Add item");
        self.write("题目", "Text", "产品质量稳定");
        self.press("加维度", "Add dimension");
        self.write("名称", "Name", "价格");
        self.press("加题目", "Add item");
        self.write("题目", "Text", "价格合理");
        self.press("加题目", "Add item");
        self.write("题目", "Text", "意见");
        let (kind, text) = (self.word("类型", "Kind"), self.word("文字", "Text"));
        self.gui.choose(kind, text);
        let built = &self.kept().revisions[0].questionnaire;
        let codes: Vec<&str> = built.items.iter().map(|it| it.code.as_str()).collect();
        assert_eq!(codes, ["Q1", "Q2", "Q3"]);
        let options = |at: usize| built.items[at].scale.as_ref().map(|it| it.options.len());
        assert_eq!(
            [options(0), options(1), options(2)],
            [Some(5), Some(5), None]
        );
    }

    fn sign(&mut self) {
        for name in ["李敏", "王强", "陈总"] {
            self.press("签署…", "Sign…");
            self.write("姓名", "Name", name);
            self.press("签署", "Sign");
        }
        self.sees("已批准", "Approved");
        assert!(self.kept().revisions.last().unwrap().approved());
    }

    /// Dropped where returns go, and known for what it is.
    fn register(&mut self) {
        self.tab("回收", "Returns");
        self.take_in("customers.csv");
        self.sees("像是一份客户名册", "looks like a customer register");
        self.press("作为客户名册导入", "Import as customer register");
        self.sees("新增 6 家", "6 added");
        assert_eq!(self.kept().customers.len(), 6);
    }

    fn open_wave(&mut self, half: &str, customers: usize) {
        let name = self.word("期间", "Period");
        self.gui.choose(name, half);
        self.press("开启", "Open");
        self.press_first("名单与发放", "Customer list and issue");
        self.press("全选", "Choose all");
        self.write("渠道", "Channel", "邮件");
        let mark = self.word("标记发放 N 家", "Mark N as issued");
        let mark = mark.replace('N', &customers.to_string());
        self.gui.click(&mark);
        self.gui.key(Modifiers::ALT, Key::ArrowLeft);
        let issued = format!("{} {customers}", self.word("发放", "Issued"));
        assert!(self.gui.shows(&issued));
    }

    fn take_in(&mut self, file: &str) {
        let path = self.gui.folder.path().join(file);
        self.gui.drop_file(&path);
    }

    fn settle(&mut self) {
        self.sees("待处理 3", "To settle 3");
        self.press_first("留空", "Leave blank");
        self.press("登记新客户…", "New customer…");
        self.press("登记", "Add");
        self.press("两份都计入", "Keep both");
        self.sees("待处理 0", "To settle 0");
        assert_eq!(self.kept().customers.len(), 7);
    }

    fn void_and_back(&mut self) {
        self.gui.click_part("C006 扬州瘦桥线缆 华东 5.3% 06-05");
        self.gui.key(Modifiers::NONE, Key::Enter);
        self.press("作废…", "Make void…");
        let reason = self.word("作答不足一半", "Less than half answered");
        self.gui.click(reason);
        self.press("作废", "Make void");
        let void = |walk: &Self| {
            let returns = walk.returns().returns;
            returns.iter().filter(|it| !it.valid()).count()
        };
        assert_eq!(void(self), 1);
        self.press("恢复计入", "Count again");
        assert_eq!(void(self), 0);
        self.gui.key(Modifiers::ALT, Key::ArrowLeft);
    }

    /// By hand: 5 5 4 5 4 3 4 4 of 5 are 85.0, 2 4 3 2 1 3 4 of 5 are 54.3, and the returns
    /// 70 90 80 80 60 40 70 80 together 71.25.
    fn scores(&mut self) {
        self.tab("得分", "Scores");
        self.sees("满意度指数 71.3", "Satisfaction index 71.3");
        self.sees("价格：54.3，低于目标", "价格: 54.3, below target");
        self.sees(
            "1 份答卷来自名单外客户",
            "One return is of a customer who is not on the list",
        );
        self.gui.click("区域");
        self.gui.click_role(Role::MenuItem, "华东");
        self.gui.key(Modifiers::NONE, Key::Escape);
        self.sees("华东", "华东");
        self.sees("不足 5 份", "fewer than 5");
        let everybody = self.word("全部客户 8", "All customers 8");
        self.gui.click(everybody);
        self.gui.click_first("Q2 价格合理");
        self.sees("年降没有说明", "年降没有说明");
    }

    fn raise(&mut self) {
        self.press("提出改进措施", "Raise action");
        self.write("责任部门", "Department", "销售部");
        self.write("截止日期", "Due date", "2026-06-30");
        self.write("原因", "Cause", "没有成本构成说明");
        self.sees("项逾期", "overdue");
        let advance = self.word("推进到：分析中", "Advance to: Analysis");
        self.gui.click(advance);
        self.write("姓名", "Name", "王强");
        self.press("推进", "Advance");
        let action = self.kept().actions[0].clone();
        assert_eq!(action.stage(), Stage::Analysis);
        assert_eq!(action.department, "销售部");
        assert!(!action.evidence.is_empty());
    }

    fn report(&mut self) {
        self.tab("评审", "Review");
        let save = self.word("保存 PDF", "Save PDF");
        self.gui.click_starting(save);
        let pdf = std::fs::read(self.gui.folder.path().join("review.pdf")).unwrap();
        assert!(pdf.starts_with(b"%PDF"));
    }

    fn revise(&mut self) {
        self.tab("问卷", "Questionnaire");
        self.gui.click("Q2 价格合理");
        self.press("新建版次", "New revision");
        self.write("题目", "Text", "与同类供应商相比的价格");
        let origins: Vec<Origin> = {
            let revisions = self.kept().revisions;
            let items = revisions[1].questionnaire.items.iter();
            items.map(|it| it.origin).collect()
        };
        assert_eq!(origins, [Origin::Same, Origin::Reworded, Origin::Same]);
        self.sign();
    }

    fn next_wave(&mut self) {
        self.gui
            .click_role(Role::Button, self.word("2026 上半年", "2026 H1"));
        let open = self.word("开启新一期…", "Open a wave…");
        self.gui.click(open);
        self.open_wave(self.word("2026 下半年", "2026 H2"), 7);
        self.take_in("2026H2.csv");
        self.press("导入 6 份", "Import 6");
    }

    fn trends(&mut self) {
        self.tab("趋势", "Trends");
        self.sees("题目改写，不与前一期比较", "Reworded: not compared");
        self.sees("质量 2026 上 85.0", "质量 2026 H1 85.0");
    }

    /// The import of the first half-year is taken back by its id, long after.
    fn undo_import(&mut self) {
        self.tab("回收", "Returns");
        self.press("上一期", "Previous wave");
        let undo = self.word("撤销导入 2026H1.csv", "Undo import of 2026H1.csv");
        self.gui.click_part(undo);
        self.sees("回收 0", "Returned 0");
        let restore = self.word("恢复导入 2026H1.csv", "Restore import of 2026H1.csv");
        self.gui.click_part(restore);
        self.sees("全部 8", "All 8");
    }

    fn leave_and_return(&mut self) {
        self.press("苏州科瑞机电", "苏州科瑞机电");
        let close = self.word("关闭工作区", "Close workspace");
        self.gui.click(close);
        self.gui.click_starting("firm.manyi");
        self.sees("苏州科瑞机电", "苏州科瑞机电");
        let path = self.gui.folder.path().join("firm.manyi");
        assert_eq!(check::check(&path, &Progress::default()).unwrap(), []);
    }
}

#[test]
fn two_half_years_are_walked_from_nothing() {
    for language in [Language::Zh, Language::En] {
        let mut walk = Walk::new(language);
        walk.begin();
        walk.build();
        walk.sign();
        walk.register();
        walk.press("开启新一期…", "Open a wave…");
        walk.open_wave(walk.word("2026 上半年", "2026 H1"), 6);
        walk.take_in("2026H1.csv");
        walk.press("导入 8 份", "Import 8");
        walk.settle();
        walk.void_and_back();
        walk.scores();
        walk.raise();
        walk.undo();
        assert_eq!(walk.kept().actions[0].stage(), Stage::Open);
        walk.report();
        walk.revise();
        walk.next_wave();
        walk.trends();
        walk.undo_import();
        walk.leave_and_return();
    }
}

#[test]
fn a_register_and_returns_dropped_together_are_taken_one_after_the_other() {
    for language in [Language::Zh, Language::En] {
        let mut walk = Walk::new(language);
        walk.begin();
        walk.build();
        walk.tab("回收", "Returns");
        let path = |name| walk.gui.folder.path().join(name);
        let files = [path("customers.csv"), path("2026H1.csv")];
        walk.gui.drop_files(&files);
        walk.press("作为客户名册导入", "Import as customer register");
        // The file says another half-year than that of today.
        walk.press("导入 2026 上半年", "Into 2026 H1");
        walk.sees("1 个名称不在名册里", "1 not in the register");
        walk.press("导入 8 份", "Import 8");
        assert_eq!(walk.kept().customers.len(), 6);
        let known = walk.returns().returns;
        assert_eq!(known.iter().filter(|it| it.customer.is_some()).count(), 7);
    }
}
