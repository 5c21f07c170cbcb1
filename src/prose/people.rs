//! Whether a text speaks of people and what they lack, or only of making and selling.
//!
//! The lists are short on purpose: they support what the plan's structure shows and never decide
//! alone. Words that every firm says of everyone ("customers", "顾客") do not count as people.

use std::sync::LazyLock;

use crate::words::lexicon::Lexicon;

/// Words for people in a situation.
const PEOPLE: &str = "\
    people, person, household, family, families, parent, mother, father, child, children, \
    kid, baby, babies, girl, boy, women, woman, men, man, owner, student, pupil, teacher, \
    patient, carer, nurse, doctor, worker, staff, commuter, visitor, resident, tenant, \
    landlord, farmer, grower, driver, passenger, cyclist, traveller, traveler, guest, \
    neighbour, neighbor, reader, gardener, cook, baker, builder, fisherman, fishermen, \
    pensioner, widow, migrant, refugee, newcomer, beginner, learner, runner, player, \
    athlete, fan, donor, volunteer, couple, friend, citizen, voter, freelancer, founder, \
    adult, teenager, youth, employee, manager, clerk, the elderly, the deaf, the blind, \
    家庭, 家里, 家长, 父母, 爸妈, 妈妈, 爸爸, 母亲, 父亲, 孩子, 儿童, 宝宝, 婴儿, 小学生, \
    学生, 同学, 老师, 教师, 老人, 老年人, 长辈, 居民, 住户, 业主, 租客, 房东, 上班族, 白领, \
    员工, 工人, 司机, 乘客, 骑手, 患者, 病人, 护士, 医生, 农户, 农民, 果农, 菜农, 渔民, \
    商户, 摊主, 店主, 游客, 旅客, 读者, 球迷, 玩家, 新手, 年轻人, 青年, 青少年, 女性, 男性, \
    女孩, 男孩, 夫妻, 情侣, 朋友, 邻居, 志愿者, 捐赠者, 残障人士, 盲人, 听障, 考生, 毕业生, \
    打工人, 务工, 村民, 市民, 创业者";

/// Words for people already spoken of, or for anyone.
const PRONOUNS: &str = "\
    everyone, anyone, nobody, who, whose, their, them, they, themselves, you, your, i, my, \
    me, he, she, his, her, 人们, 人群, 的人, 人人, 每个人, 他们, 她们, 自己, 谁, 你, 您";

/// Words for a lack, a wish or a job to be done.
const NEEDS: &str = "\
    need, needs to, want, wish, hope, dream, joy, pride, worry, worried, afraid, fear, \
    without, so that, instead of, in order to, help, solve, problem, trouble, pain, stress, \
    struggle, lack, miss, avoid, save, saving, safe, safely, safety, keep, stay, easier, \
    easily, faster, sleep, enjoy, feel, live, lives, learn, remember, forget, reach, \
    get to, get from, a place to, to work, to eat, to meet, cannot, can, no longer, \
    able to, must, have to, on time, afford, transport, mobility, comfort, confidence, \
    hunger, thirst, lonely, loneliness, health, healthy, healthier, protect, repair, move, \
    connect, empower, access, 需要, 想, 希望, 渴望, 怕, 担心, 发愁, 愁, 烦, 没人, 没有, \
    不用, 不必, 不再, 不敢, 不便, 免去, 免得, 免于, 而不, 帮, 助力, 解决, 难, 痛, 困, 累, \
    缺, 省, 安心, 放心, 踏实, 方便, 轻松, 快乐, 幸福, 美好, 健康, 安全, 尊严, 自信, 陪伴, \
    孤独, 来得及, 吃上, 喝上, 住上, 用上, 看得, 学会, 记住, 忘, 出行, 回家, 睡, 赶, 让, 使, \
    过上, 过得, 更好地";

/// Words for what a firm does with a product.
const MAKING: &str = "\
    make, making, maker, manufacture, manufacturing, manufacturer, produce, producer, \
    producing, production, build, building, builds, sell, selling, seller, supply, \
    supplying, supplier, provide, providing, provider, distribute, distributor, develop, \
    developing, developer, design, designing, offer, offering, launch, export, import, \
    operate, operating, run, running, brew, roast, bake, grow, 生产, 制造, 制作, 加工, \
    研发, 开发, 设计, 销售, 售卖, 出售, 经营, 运营, 供应, 提供, 推广, 推出, 打造, 出品, \
    酿造, 种植, 养殖, 做好, 做大, 做强";

/// Words for rank and praise that any rival could use.
const PRAISE: &str = "\
    high-quality, high quality, highest quality, top quality, premium quality, premium, \
    quality products, best-in-class, best in class, the best, the finest, premier, \
    world-class, world class, first-class, leading, leader, number one, no. 1, no 1, \
    excellent, excellence, outstanding, superior, unrivalled, unmatched, unparalleled, \
    cutting-edge, cutting edge, state-of-the-art, state of the art, innovative, innovation, \
    next-generation, revolutionary, ultimate, perfect, one-stop, one stop, all-in-one, \
    full-service, end-to-end, turnkey, holistic, synergy, seamless, robust, \
    tailored solution, tailor-made solution, total solution, attentive service, \
    great service, best service, professional service, customer-centric, passion, \
    passionate, trusted partner, first of its kind, value-added, competitive price, affordable price, \
    best price, 高品质, 高质量, 优质, 品质卓越, 一流, 顶级, 顶尖, 领先, 领导品牌, 领军, \
    第一品牌, 行业标杆, 标杆, 最好, 最佳, 最优, 最大, 最强, 卓越, 极致, 完美, 尊享, 尊贵, \
    一站式, 全方位, 全链路, 赋能, 闭环, 生态圈, 创新, 颠覆, 革命性, 贴心, 周到, 专业服务, \
    优质服务, 性价比, 物美价廉, 以客户为中心, 以顾客为中心, 匠心, 致力于, 解决方案, \
    智慧生活, 高端, 首创, 独创";

/// Words that set one thing against another.
const COMPARING: &str = "\
    than, instead of, rather than, compared with, compared to, in place of, unlike, versus, \
    vs, without having to, no more, no longer, replaces, alternative to, half the, twice, \
    whereas, 比, 相比, 而不是, 不用再, 不必再, 代替, 取代, 替代, 不像, 胜过, 一半, 省下, \
    免去, 不同于, 而非, 再也不";

static PEOPLE_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(PEOPLE));
static PRONOUN_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(PRONOUNS));
static NEED_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(NEEDS));
static MAKING_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(MAKING));
static PRAISE_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(PRAISE));
static COMPARING_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::list(COMPARING));

/// Whether a text names people: who they are, or "they" and "you".
pub fn names_people(text: &str) -> bool {
    names_group(text) || PRONOUN_WORDS.is_in(text)
}

/// Whether a text says which people: tenants, nurses, 租客, 护士.
pub fn names_group(text: &str) -> bool {
    PEOPLE_WORDS.is_in(text)
}

/// Whether a text speaks of a lack, a wish or a job to be done.
pub fn speaks_of_need(text: &str) -> bool {
    NEED_WORDS.is_in(text)
}

/// The first word that tells of making or selling.
pub fn making(text: &str) -> Option<&str> {
    first(&MAKING_WORDS, text)
}

/// The words of rank and praise that any rival could use.
pub fn praise(text: &str) -> Vec<&str> {
    let hits = PRAISE_WORDS.find(text).into_iter();
    hits.map(|hit| &text[hit.range]).collect()
}

/// Whether a text sets one thing against another.
pub fn compares(text: &str) -> bool {
    COMPARING_WORDS.is_in(text)
}

fn first<'t>(words: &Lexicon<()>, text: &'t str) -> Option<&'t str> {
    let hit = words.find(text).into_iter().next()?;
    text.get(hit.range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_needs_are_told_from_making() {
        assert!(names_people("tenants whose heating fails"));
        assert!(speaks_of_need("a quiet place to work with coffee"));
        assert!(!names_people("We manufacture premium drills"));
        assert_eq!(making("We manufacture premium drills"), Some("manufacture"));
        assert!(names_people("冬天暖气坏了的租客"));
        assert!(speaks_of_need("想安静看书"));
        assert!(!names_people("生产高端电钻") && !speaks_of_need("生产高端电钻"));
        assert_eq!(making("生产高端电钻"), Some("生产"));
    }

    #[test]
    fn what_every_firm_says_of_everyone_names_nobody() {
        assert!(!names_people("to satisfy all our customers"));
        assert!(!names_people("服务广大顾客"));
    }

    #[test]
    fn praise_and_comparison() {
        assert_eq!(
            praise("The leading, one-stop provider"),
            ["leading", "one-stop"]
        );
        assert!(compares("ten minutes less than the queue"));
        assert_eq!(praise("行业领先的一站式平台"), ["领先", "一站式"]);
        assert!(compares("比排队少等四十分钟"));
    }
}
