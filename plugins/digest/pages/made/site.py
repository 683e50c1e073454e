"""The made pages of a digest."""

from __future__ import annotations

from digest.pages.made import article_pages, claim_pages, concept_pages, dispute_pages, people_pages
from digest.pages.made.argument_maps import map_pages
from digest.pages.made.page import MadePage
from digest.plan.site_plan import SitePlan

SUBJECTS = (article_pages, claim_pages, dispute_pages, concept_pages, people_pages, map_pages)
"""The modules that make pages, in the order of the navigation."""


def made_pages(plan: SitePlan) -> list[MadePage]:
    """Every made page, each path once."""
    return [page for subject in SUBJECTS for page in subject.pages(plan)]
