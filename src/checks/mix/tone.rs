//! Words of offers and messages that set the price against the promise.

use std::sync::LazyLock;

use crate::checks::filled;
use crate::plan::records::Promotion;
use crate::plan::{Sp, Str};
use crate::prose::Lexicon;

/// What a phrase does to the price, or says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// The price is cut, or goods are given away.
    Cut,
    /// A first try, or the clearing of what would spoil: no habit of cutting.
    Spared,
    /// The price is said never to be cut.
    NeverCut,
    /// The offer is said to be for the few.
    Exclusive,
    /// No advertising is promised.
    NoAds,
}

const PHRASES: &[(Tone, &str)] = &[
    (
        Tone::Cut,
        "% off,percent off,per cent off,half price,half off,discount,discounted,coupon,price cut,\
         reduced price,money off,buy one get one,get one free,two for one,three for two,buy two get one,\
         pack is free,month free,cashback,cash back,折扣,打折,特价,立减,满减,优惠券,代金券,买一送一,\
         买二送一,第二件,半价,返现,降价,二折,三折,四折,五折,六折,七折,八折,九折,1折,2折,\
         3折,4折,5折,6折,7折,8折,9折,75折,85折,88折,95折,98折,免费一个月,白送",
    ),
    (
        Tone::Spared,
        "sample,sampling,tasting,taster,trial,try out,demo,first lesson,first visit,clearance,\
         end of season,end-of-season,short-dated,surplus,last day,leftover,试吃,试用,试听,试驾,试打,\
         体验,品尝,试饮,首次,清仓,临期,尾货,换季,收摊",
    ),
    (
        Tone::NeverCut,
        "no price cut,no discount,never discount,never discounted,not discounted,without discount,\
         never on sale,never any discount,不打折,从不打折,绝不降价,不降价,不搞促销,没有折扣,无折扣",
    ),
    (
        Tone::Exclusive,
        "most exclusive,exclusivity,exclusive collection,exclusive edition,exclusive design,\
         exclusive experience,luxury,luxurious,prestige,prestigious,尊享,尊贵,奢华,奢侈,高端定制,至尊,\
         名流",
    ),
    (
        Tone::NoAds,
        "no ads,no adverts,no advertising,ad-free,advert-free,free of ads,free of advertising,\
         without ads,without adverts,without advertising,没有广告,无广告,零广告,不含广告,不放广告",
    ),
];

static TONES: LazyLock<Lexicon<Tone>> = LazyLock::new(|| {
    Lexicon::new(
        PHRASES
            .iter()
            .flat_map(|(tone, list)| list.split(',').map(move |phrase| (phrase.trim(), *tone))),
    )
});

/// What is heard in a text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Heard(u8);

impl Heard {
    /// Listens to some texts together.
    pub(super) fn in_texts(texts: &[Option<&Sp<Str<'_>>>]) -> Heard {
        let mut heard = Heard::default();
        for text in texts.iter().filter_map(|text| filled(*text)) {
            for hit in TONES.find(text) {
                heard.0 |= 1 << hit.tag as u8;
            }
        }
        heard
    }

    /// Whether this is heard.
    pub(super) fn has(self, tone: Tone) -> bool {
        self.0 & (1 << tone as u8) != 0
    }

    /// Whether the price is cut as a means of selling.
    pub(super) fn is_cut(self) -> bool {
        self.has(Tone::Cut) && !self.has(Tone::Spared) && !self.has(Tone::NeverCut)
    }
}

/// Whether an offer cuts the price; a tasting or a clearance does not.
pub(super) fn is_cut(offer: &Promotion<'_>) -> bool {
    Heard::in_texts(&[offer.name.as_ref(), offer.what.as_ref()]).is_cut()
}

#[cfg(test)]
mod tests {
    use super::{Heard, Tone};
    use crate::plan::{Sp, Span};

    fn heard(text: &str) -> Heard {
        let text = Sp {
            value: text.into(),
            span: Span { start: 0, end: 0 },
            says: true,
        };
        Heard::in_texts(&[Some(&text)])
    }

    #[test]
    fn cuts_are_told_from_tastings_and_refusals() {
        for text in [
            "40 % off in May",
            "Two coupons a month",
            "全场五折",
            "满减优惠券",
        ] {
            assert!(heard(text).is_cut(), "{text}");
        }
        for text in [
            "One bar to taste; no price cut",
            "Tasting with a coupon",
            "Never discounted",
            "折叠桌，一折就收好",
            "骨折护理",
            "试吃五折",
            "从不打折",
        ] {
            assert!(!heard(text).is_cut(), "{text}");
        }
    }

    #[test]
    fn other_promises_are_heard() {
        assert!(heard("Most exclusive").has(Tone::Exclusive) && heard("尊享").has(Tone::Exclusive));
        assert!(!heard("Exclusively at the chemist's").has(Tone::Exclusive));
        assert!(heard("Ad-free").has(Tone::NoAds) && heard("没有广告").has(Tone::NoAds));
    }
}
