"""The built-in packs: their own examples, and the phrases they must know, each with the kind it must get."""

import pytest

from parkdocs import compiled, rules
from parkdocs.view import view

RULES = rules.load()
PACKS = compiled.packs()

NAV = """
当前位置: ¦ 您的位置:首页>新闻 ¦ 网站首页 ¦ 返回首页 ¦ 返回顶部 ¦ 返回列表 ¦ 上一篇: ¦ 下一篇: ¦ 上一页 ¦ 上一页 下一页 尾页
登录/注册 ¦ 首页> 地方频道> 经济 > 正文 ¦ 当前位置：首页>> >> ¦ Location: Home > Information ¦ Skip to main content
Home /Belt and Road /Key Urban Fields ¦ N News ¦ Latest News ¦ Press release ¦ 新闻中心 ¦ Back to top ¦ Previous article
Home > News ¦ 首頁 » 本地新聞 » 正文 ¦ Welcome to the United Nations ¦ Tag: Lindara ¦ 文档简介 ¦ Sitemap
"""
SHARE = """
字号： 大 中 小 ¦ 字體: ¦ 打印本页 ¦ 关闭窗口 ¦ 收藏本文 ¦ 浏览次数：123 ¦ 分享到: ¦ 微信公众号 ¦ 秘书处微博 ¦ 管委会微博
扫一扫在手机打开当前页 ¦ 微信扫一扫 ¦ 长按识别二维码 ¦ 关注我们 ¦ 客户端下载 ¦ 12条评论 ¦ 我要评论 ¦ 点【在看】 ¦ Follow us
Share this ¦ Print ¦ 5 min read ¦ Sign up for our newsletter ¦ 用微信扫描二维码分享至好友和朋友圈 ¦ 朋友圈 ¦ Leave a Reply
下载本文档 ¦ 下载积分：20金币 ¦ 全文页数：36 ¦ 18 金币 立即下载 ¦ 【字号:大 中 小】【打印】【关闭】 ¦ 点赞 收藏 评论(0)
Share on Facebook Share on Twitter ¦ Like Loading... ¦ Download full-text PDF ¦ Join for free ¦ 14 Citations
"""
FOOTER = """
京ICP备2020035841号-2 ¦ 粤ICP备05012345号 ¦ 沪ICP备05012345号-1 ¦ 津ICP备05012345号 ¦ 京公网安备11010502000001号
主办单位:某某联盟 ¦ 承办单位：某某中心 ¦ 协办单位：某某协会 ¦ 主管单位：某某厅 ¦ 版权所有:某某中心 ¦ 技术支持电话:022-66371809
网站管理及技术支持:某某数据中心 ¦ 网站标识码：3301000001 ¦ 互联网新闻信息服务许可证 ¦ 增值电信业务经营许可证
信息网络传播视听节目许可证 ¦ 违法和不良信息举报电话：010-65363263 ¦ 中国互联网举报中心 ¦ 联系我们 ¦ 网站地图 ¦ 关于我们
网站声明 ¦ 隐私政策 ¦ 友情链接 ¦ 无障碍浏览 ¦ 设为首页 ¦ 加入收藏 ¦ 建议使用IE浏览器 ¦ 您是第12345位访客
地址:某市某路1号邮编:300457 ¦ 电话:022-66371808 传真:022-66371809 ¦ 特别声明:以上内容为用户上传 ¦ 未经授权不得转载 ¦ 转载请注明出处
转载目的在于传递更多信息 ¦ 如侵权请联系删除 ¦ 不构成投资建议 ¦ 仅代表作者个人观点 ¦ 网友评论仅供其表达个人看法
We use cookies ¦ Accept all cookies ¦ Cookie policy ¦ Privacy policy ¦ Terms of use ¦ Disclaimer ¦ All rights reserved
Enable JavaScript ¦ Contact us ¦ sipp@unido.org ¦ For more information, see here ¦ Vienna International Centre ¦ Media contact
版权说明：本文档由用户提供并上传 ¦ 由会员分享，可在线阅读 ¦ 本站所有资源如无特殊说明，都需要本地电脑安装软件。
关于我们 | 网站地图 | 广告服务 | 招聘信息 | 联系我们 ¦ Site Map | Accessibility | Contact the Webmaster ¦ 投稿報料及媒體合作
"""
RELATED = """
点击排行 ¦ 相关推荐 ¦ 相关新闻 ¦ 延伸阅读 ¦ 为您推荐 ¦ Related articles ¦ You may also like ¦ Must read ¦ Advertisement
更多原创资讯请下载“某某”APP ¦ 更多>> ¦ 点击查看更多>> ¦ 点击加载更多 ¦ Most Popular ¦ [Relative Articles] ¦ 猜你喜欢 ¦ 最新信息
"""
TRUNCATION = """
预览已结束，完整报告链接和二维码如下： ¦ 预览结束 ¦ 试读结束 ¦ 已阅读3页，还剩26页未读，继续免费阅读 ¦ 剩余12页未读 ¦ 剩余85%
论文部分内容阅读 ¦ 下载全文 ¦ 立即下载完整报告 ¦ 展开剩余68% ¦ 文档预览到此结束 ¦ 訂閱會員可繼續閱讀
如需查看全部内容，请下载完整文档 ¦ （本文共14页，当前显示前3页） ¦ ... (read more on our site)
点击展开全文 ¦ 展开阅读全文 ¦ 阅读全文 ¦ 查看全文 ¦ 未完待续 ¦ 登录后阅读全文 ¦ 开通会员查看全文 ¦ 付费后可阅读 ¦ 购买后可见
关注公众号回复“园区”获取全文 ¦ 扫码阅读完整报告 ¦ （下转第3版） ¦ Continue reading ¦ Read more… ¦ Read the entire article ¦ […]
[+1234 chars] ¦ (more…) ¦ Subscribe to continue reading ¦ Already a subscriber? ¦ Log in to read ¦ You have reached your limit
No full-text available ¦ You are viewing a limited preview of this document. ¦ 34 pages remaining ¦ [1,842 more words]
Il vous reste 80% de l'article à lire. ¦ Este conteúdo é exclusivo para assinantes ¦ Nội dung này chỉ dành cho thành viên
End of preview ¦ Download full report ¦ Suite de l'article ¦ Réservé aux abonnés ¦ Continue lendo ¦ Seguir leyendo
"""
CREDIT = """
来源: ¦ 来源：新华网 ¦ 本文来源:某某网 ¦ 信息来源:某某局 ¦ 责任编辑:李四 ¦ 责编|张三 ¦ 校对|王五 ¦ 审核:赵六 ¦ 作者:张三 ¦ 文/李四
图片来源:新华社 ¦ 发布时间:2023-01-02 ¦ 索引号 ¦ 发文字号 ¦ 发布机构 ¦ 成文日期 ¦ (完) ¦ 原标题:某某 ¦ Source: <>
Source: Estate Authority ¦ Translated by Zhao Shengbo ¦ Edited by A. Thomas ¦ 翻译:张三 ¦ 编译:李四 ¦ (机器翻译)
Source:   Time: ¦ By Lan Chi ¦ 2023-07-28 | UNIDO ¦ 日期:2021-11-03 14:20    来源:
"""
RESIDUE = """
- 3 - ¦ ![](images/p3.png) ¦ <!-- image --> ¦ (cid:12)(cid:34) ¦ \ufffd\ufffd ¦ <div><ol> ¦ Page 3 of 12 ¦ 第3页/共12页
"""


def phrases(text: str) -> list[str]:
    return [p.strip() for line in text.strip().splitlines() for p in line.split(" ¦ ")]


CASES = [
    (phrase, kind)
    for kind, text in [
        ("nav", NAV),
        ("share", SHARE),
        ("footer", FOOTER),
        ("related", RELATED),
        ("truncation", TRUNCATION),
        ("credit", CREDIT),
        ("residue", RESIDUE),
    ]
    for phrase in phrases(text)
]


@pytest.mark.parametrize(("phrase", "kind"), CASES)
def test_known_phrase_gets_its_kind(phrase, kind):
    found = RULES.match(view(phrase))
    assert kind in [rule.kind for rule in found], [rule.id for rule in found]


# Sentences and headings that hold the words of a rule and are content.
CONTENT = """
版权所有制改革是文化体制改革的重要内容
有意入驻的企业请于月底前与我们联系，联系我们的电话见附件。
Disclaimer of liability is discussed in section 4
The company will continue reading meters until the new system is in place.
来源：课题组根据二〇一九年企业问卷整理，其中三家企业未作答，下同。
据悉，该批设备的来源:国内采购占八成，进口占两成。
网站应当在首页底部标明ICP备案编号，并链接至工业和信息化部备案管理系统。
主办单位表示，本届论坛吸引了三十个国家的代表。
登录企业的数量比上年增加两成
上一页所述的三项指标均已完成
下一步，园区将继续推进绿色改造。
分享发展经验，推动区域合作
相关新闻发布会于三日举行
微信公众号成为园区招商的新渠道
责任编辑制度是出版管理的基础
作者认为，治理体系需要更新
图片来源于卫星遥感数据，分辨率为两米
目前项目已进入收尾阶段，还剩30%的工程量。
登录官方平台查看完整的用工规则
读者可以按七折价格续订全年报纸
名单较长，共三页，完整名单可点击附件查看。
会员单位可以优先参加培训
传真:0000-8882222
请登录官方平台查看完整的用工规则。
Tel: +44 555 010 222
Email: office@birchwood.example
Website: www.cedarpoint.example
Members can subscribe online or at the front desk.
Guests may still read the first ten pages of any document without signing in.
Bidders who go over the limit are told to log in and cut their text.
Topic | Accessibility | Cost
Share of exports in total output
Home appliances and electronics
News of the merger reached the zone in May
Follow us through the history of the port
Print media and publishing
Source: survey data, 2019
Source: World Bank (2018), table 4
Related costs are borne by the tenant
Next steps
Privacy and data protection law
Contact
Registration
Advertising agencies
Page three
Subscribe capital
By 2025 the zone will host 300 firms
Translated into four languages, the guide is free
More than 40 firms
Read more books
Search and rescue
The report may be downloaded free of charge
Download speeds in the zone
Table of contents
Annex 1
1. Introduction
2018
12.4
FIRST WORKSHOP ON INDUSTRIAL PARKS
United Nations Industrial Development Organization
园区概况
第一章 总则
附件：申报表
二、主要做法
国家级经济技术开发区
"""


@pytest.mark.parametrize("line", [line for line in CONTENT.splitlines() if line])
def test_content_with_the_words_of_a_rule_matches_none(line):
    assert [rule.id for rule in RULES.match(view(line))] == []


@pytest.mark.parametrize("pack", PACKS, ids=lambda p: p.name)
def test_pack_has_no_findings(pack):
    assert rules.check(str(pack)) == []


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda r: r.id)
def test_the_set_finds_what_each_pattern_finds(rule):
    for hit in rule.hits:
        assert rule in RULES.match(view(hit))
    for miss in rule.misses:
        assert rule not in RULES.match(view(miss))


def test_ids_are_unique_over_all_packs():
    ids = [rule.id for rule in RULES.rules]
    assert len(ids) == len(set(ids))


def test_dangerous_headings_are_guarded():
    by_id = {rule.id: rule for rule in RULES.rules}
    assert by_id["en/legal-heading"].where == "tail"
    assert "not-before-prose" in by_id["en/legal-heading"].guards
    assert by_id["en/contact-block"].reach == "rest"
    assert by_id["zh/contact-block"].reach == "rest"
    assert {"before-title", "first-lines"} <= set(by_id["en/section-label"].guards)
    assert {"not-before-prose", "last-lines"} <= set(by_id["en/source-line"].guards)
    assert "second-sign" in by_id["en/subscribe-wall"].guards


@pytest.mark.parametrize("rule", [r for r in RULES.rules if r.reach == "rest"], ids=lambda r: r.id)
def test_a_rule_that_takes_the_rest_never_fires_before_a_paragraph(rule):
    assert "not-before-prose" in rule.guards
