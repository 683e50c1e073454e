"""The plugin's options in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config import config_options
from mkdocs.config.base import Config

from digest.plan.publication import WAYS
from digest.zh.variants import SCRIPTS, VARIANTS


class DigestConfig(Config):
    """Options of the plugin ``digest``."""

    variants = config_options.ListOfItems(config_options.Choice(tuple(VARIANTS)), default=list(SCRIPTS))
    """The variants to publish, by tag; the first is the one for readers whose language says nothing."""

    lang = config_options.Choice(SCRIPTS, default="zh-Hans")
    """The script of the curators' files, of ``site_name`` and of pages that do not say theirs."""

    hotlink_pictures = config_options.Type(bool, default=False)
    """Whether pictures of other hosts are loaded from there; else a link stands in their place."""

    content_policy = config_options.Type(bool, default=True)
    """Whether the pages carry a Content-Security-Policy, and the site a file ``_headers`` with it."""

    reserved_rights = config_options.Choice(WAYS, default="digest")
    """How an article is published whose rights notice forbids reposting and whose front matter does not say."""

    cards = config_options.Choice((True, False, "auto"), default="auto")
    """Whether pages get a picture for links to them. ``auto``: where the machine has Chinese fonts."""

    card_font = config_options.Optional(config_options.Type(str))
    """The font file of the pictures, from mkdocs.yml's folder, instead of the system's Chinese fonts."""

    epub = config_options.Type(bool, default=True)
    """Whether each variant has a book of its newest articles."""

    computed_links = config_options.Type(bool, default=False)
    """Whether a claim shows, after the relations that somebody drew, the one computed relation that is sure enough."""

    engine = config_options.Optional(config_options.Type(str))
    """Another engine, as ``package.module:factory``: the factory makes the converter of an OpenCC configuration."""

    quote_marks = config_options.Type(bool, default=False)
    """Whether a converted text gets the quote marks of its variant: “” in Simplified, 「」 in Traditional."""

    articles = config_options.Type(str, default="articles")
    """The folder of the articles, under the docs folder."""

    cache = config_options.Type(str, default=".cache/digest")
    """The folder, beside mkdocs.yml, where a build keeps what the next one need not make again; empty for none."""
