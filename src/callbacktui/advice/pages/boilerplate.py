"""Recognizes what a site puts around an article: menus, adverts, share buttons, footers."""

import re
from typing import Final

_MENU_AT_MOST: Final = 140
_LINE_AT_MOST: Final = 400

_AD: Final = re.compile(
    r"\W*(?:ads?|adverts?|advertisements?|advertising|sponsored(?: content| post)?|promoted"
    r"|sponsor(?:s|ed by .*)?|skip(?: this)? ad|skip to (?:main )?content\b.{0,80}"
    r"|(?:story|article|content)? ?continues? (?:reading )?below.*|scroll to continue.*"
    r"|continue reading below.*)\W*",
    re.IGNORECASE,
)
_SEPARATORS: Final = r"|•·>\u203a»/"
_TRAIL: Final = re.compile(
    rf"[^{_SEPARATORS}]{{1,40}}(?:[{_SEPARATORS}][^{_SEPARATORS}]{{1,40}}){{2,}}"
)
_ITEM: Final = (
    r"(?:home(?:page)?|about(?: us)?|contact(?: us)?|menu|search|subscribe(?: now)?|log ?(?:in|out)"
    r"|sign (?:in|up)|register|my account|account|newsletters?|shop|store|cart|basket|news|blog"
    r"|articles?|advice|auditions|casting(?: calls| notices)?|videos?|podcasts?|events|share"
    r"|print|e-?mail|facebook|twitter|x|instagram|pinterest|linkedin|whatsapp|tiktok|youtube"
    r"|back|close|donate|join(?: us| now)?|help|faqs?|more|daily|learn|find \w+|magazine|jobs"
    r"|careers|forums?|directory|topics|columns|features|interviews|tweet|rss|follow us"
    r"|opinions?|diar(?:y|ies)|reviews?|training|castings|craft|technique|culture|community"
    r"|work for us|terms(?: of (?:use|service))?|privacy(?: policy)?|cookies|sitemap|imprint"
    r"|advertise(?: with us)?|press|en|english|copy link|save|saved|bookmark|listen|comment)"
)
_MENU_WORD: Final = re.compile(
    r"\W*(?:home|menu|search|subscribe|log ?in|sign (?:in|up)|share|print|close|back to top"
    r"|skip to .{1,30}|my account)\W*",
    re.IGNORECASE,
)
_COUNT: Final = r"(?: ?\(\d+\))?"
_MENU_ITEM: Final = re.compile(rf"\W*{_ITEM}{_COUNT}\W*", re.IGNORECASE)
_SITE: Final = re.compile(r"(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,10}(?:/\S*)?")
_COMMENTS: Final = re.compile(
    r"\W*(?:\d+ (?:comments?|repl(?:y|ies)|responses?|thoughts?)(?: (?:on|to) .{1,120})?"
    r"|comments?(?: \(\d+\))?|join the (?:conversation|discussion)|leave a (?:reply|comment))\W*",
    re.IGNORECASE,
)
_MENU_WORDS: Final = re.compile(
    rf"\W*{_ITEM}{_COUNT}(?:\W+{_ITEM}{_COUNT}){{2,}}\W*", re.IGNORECASE
)
"""A menu has at least three of them: one or two may be a title."""

_BUTTON: Final = re.compile(
    r"\W*(?:(?:share|post|send|tweet|pin|print|save|email)(?: (?:this|it|us|the))?"
    r"(?: (?:article|story|page|post|column))?(?: (?:on|by|via|to|with|in) (?:\w+ ?){1,3})"
    r"|(?:share|print|save|email|tweet|listen to|bookmark) (?:this|the)"
    r" (?:article|story|page|post|column)"
    r"|\d+ (?:shares?|likes?|comments?)|comments? ?\(\d+\)|no comments(?: yet)?"
    r"|(?:\d+ ?[-\u2013] ?)?\d+ ?-? ?min(?:ute)?s?\.?(?: read)?"
    r"|read(?:ing)? time:? .{1,20}"
    r"|(?:last |first |originally )?(?:updated|published|posted|modified|recorded|aired)"
    r"(?: on)?:? .{1,40}"
    r"|leave a (?:reply|comment)|back to top|view in (?:your )?browser"
    r"|view this (?:e-?mail|letter) in .{1,30}|read (?:this )?online"
    r"|(?:tags|tagged|filed under|categories|category|topics)\s*:.{1,200}"
    r"|page \d{1,3} (?:of|/) \d{1,3}|- ?\d{1,3} ?-"
    r"|(?:previous|next)(?: (?:post|article|story|page))?"
    r"|(?:about|meet) (?:the|this|our) (?:author|writer|columnist|contributor))\W*",
    re.IGNORECASE,
)
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE: Final = re.compile(
    rf"\W*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?:,?\s+\d{{4}})?"
    rf"|{_MONTH}\s+\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})\W*",
    re.IGNORECASE,
)
_PROMOTION: Final = re.compile(
    r"\bfree trial\b|\bsave (?:up to )?\d{1,2} ?%|\b\d{1,2} ?% off\b|\bpromo(?:tion)? code\b"
    r"|\bdiscount code\b|\bsubscribe (?:now|today|(?:to|for) (?:our|my|this|more))\b"
    r"|\bsign up (?:to|for) (?:our|my)\b"
    r"|\bsign up (?:now|today|here|free)\b|\b(?:our|my) (?:free )?(?:weekly )?newsletter\b"
    r"|^\W*subscribe (?:for|to|and)\b|\bno spam\b|\bfollow (?:her|him|them|me) (?:at|on)\b"
    r"|\bdownload our\b|\bfollow us\b|\bjoin (?:our|now|today|over|thousands)\b"
    r"|\bbecome a (?:member|subscriber|patron) (?:now|today|for|and)\b"
    r"|\benter your e-?mail\b|\bin your inbox\b"
    r"|\bcreate (?:a|your) (?:free )?(?:profile|account)\b"
    r"|\bcookies?\b.{0,40}\b(?:accept|agree|consent|settings|policy)\b"
    r"|\b(?:accept|agree|consent|uses?)\b.{0,40}\bcookies\b|\bget (?:the|our) (?:app|newsletter)\b"
    r"|\b(?:e-?mail|write to|contact)\b.{0,60}\b\S+@\S+\.\w"
    r"|\bapply (?:to|for) .{0,40}\b(?:casting calls|jobs|roles) (?:now|today|here)\b",
    re.IGNORECASE,
)
_PROMOTION_AT_MOST: Final = 220
_FOOTER: Final = re.compile(
    r"\W*(?:©|\(c\)|copyright\b|(?:.{0,120}\b)?all rights reserved\b"
    r"|privacy policy|terms (?:of|and)\b"
    r"|leave a (?:reply|comment)|share this|unsubscribe\b|(?:.{0,160}\W)?unsubscribe\W"
    r"|(?:you are|you['\u2019]re) (?:reading|receiving|getting) this\b"
    r"|you (?:received?|get|got) this\b(?: (?:e-?mail|letter|message))?|(?:sent|e-?mailed) to you\b"
    r"|manage (?:your )?(?:preferences|subscription)|update your preferences"
    r"|the (?:opinions|views) (?:in|of|expressed)\b|do not sell my\b|powered by\b"
    r"|made with (?:love|care)\b|built with (?:love|care)\b|reprinted (?:by|with) permission\b"
    r"|repr(?:int|oduced?)(?:ing)? .{0,20}(?:with|by) permission\b"
    r"|forward (?:this|it) to a friend|was this (?:forwarded|e-?mail forwarded)).{0,300}",
    re.IGNORECASE,
)


def is_advert(text: str) -> bool:
    """Whether the text is nothing but the label of an advert: "Ad", "Sponsored post"."""
    return bool(_AD.fullmatch(text))


def is_menu(text: str) -> bool:
    """Whether the text is part of a site's navigation: "News > Casting > Shop", "Menu"."""
    kinds = (_TRAIL, _MENU_WORD, _MENU_WORDS, _SITE)
    return len(text) <= _MENU_AT_MOST and any(kind.fullmatch(text) for kind in kinds)


def is_menu_item(text: str) -> bool:
    """Whether the text can be one item of a menu, among others: "Learn", "Casting Notices"."""
    return is_menu(text) or bool(_MENU_ITEM.fullmatch(text))


def is_button(text: str) -> bool:
    """Whether the text is a button or a note beside the head: "Share by Email", "5 min read"."""
    parts = re.split(r"\s+[|·•]\s+", text)  # "June 2, 2026 · 7 min read"
    return len(text) <= _MENU_AT_MOST and all(
        _BUTTON.fullmatch(part) or _DATE.fullmatch(part) for part in parts
    )


def is_comments(text: str) -> bool:
    """Whether the text is the heading of what readers wrote below the article: "14 comments"."""
    return len(text) <= _MENU_AT_MOST and bool(_COMMENTS.fullmatch(text))


def is_promotion(text: str) -> bool:
    """Whether the text sells something of the site: a trial, a newsletter, an app."""
    return len(text) <= _PROMOTION_AT_MOST and bool(_PROMOTION.search(text))


def is_footer(text: str) -> bool:
    """Whether the text is of the foot of a page: "© 2026", "Unsubscribe", "Terms"."""
    return len(text) <= _LINE_AT_MOST and bool(_FOOTER.fullmatch(text))


def is_boilerplate(text: str) -> bool:
    """Whether the text is anything but the article: a menu, a button, a promotion."""
    return is_menu(text) or is_button(text) or is_promotion(text)
