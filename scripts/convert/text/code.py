"""Lines of code in plain text, told by their look alone."""

from __future__ import annotations

import re

from convert.text.characters import HANZI

QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|`[^`]*`")
TRAILING = re.compile(r"(//|\s#\s|/\*|<!--).*$")
# A term with its initials: Dependency Injection(DI).
ABBREVIATED = re.compile(r"(?:[A-Z][\w-]* ){1,5}[A-Z][\w-]*\s?\([A-Z]{2,8}\)")
CHINESE = re.compile(f"[{HANZI}，。、；：！？]")
# What a line of code ends in, how it begins, and what stands in it; none of it stands in a sentence.
STRONG = re.compile(
    r"[{};]$|[\w\])]\($|=>$|^[\s)\]}]+[,;)]*$|^\s*</?[a-z][\w-]*(\s[^<>]*)?/?>"
    r"|^\s*(import|from|package|using|require|include|#\s?include|#!/|export|const|let|var|def|class|func|function|fn|return"
    r"|public|private|protected|static|void|int|struct|enum|echo|sudo|npm|yarn|pip|git|docker|curl|wget|brew|apt|apt-get"
    r"|composer|php|cd|mkdir|source|SELECT|INSERT|UPDATE|CREATE|ALTER)\s+[\w\"'<({$@./:*-]+.*$"
    r"|^\s*\$\s+\w|^\s*set\s+\w+=|^\s*[\w.\[\]\"'*&$]+\s*(:=|[+*/|-]?=)\s*\S|\w\([^()]*\)\s*(;|\{|\.\w|$)|\w(->|::)\w|&&|\|\||\s\\$"
    r"|^\s*(Dim|ENV|RUN|CMD|EXPOSE|WORKDIR|systemctl|hexo|vim?|mvn)\s+[\w\"'<({$@./:*\[-]+.*$|^\s*End\s(If|Sub|Function|Class|Property|With)$"
    r"|^\s*\^\S.*\$$|^\s*(>>>|\.{3}|In \[\d+\]:)\s\S|^[A-Z]:\\[^<>|]*>\s*\w|^\[?\w+@[\w.-]+[: ][^\s]*\]?\s?[$#]\s\w"
    r"|^\s*at\s[A-Za-z_$].{0,120}[\w>]\s?\([^()]{1,120}:\d+\)$"
    r"|^\s*(if|for|while|switch|catch|elif|else\s+if)\s*\(.*|^\s*(try|else|finally|do)\s*[:{]?$|^\s*@\w+(\(.*\))?$"
)
# What stands at the front of comments, options and decorations of code, or in its statements.
CODED = re.compile(r"^(?![「『“‘《【（(〈\[])[^\w]|[;={}<>]|[A-Za-z_]\.\w+[!(\[.]|\s[$>]\s\w")


def is_of_code(text: str) -> bool:
    """True for a line as code has it or its comments and sessions do; no heading looks like one."""
    return bool(CODED.search(text)) or is_code_line(text)


def is_code_line(text: str) -> bool:
    """True for a line as only code has it."""
    bare = TRAILING.sub("", QUOTED.sub('""', text)).rstrip()
    # A sentence may close with a bracket or a semicolon, but it has words of its language in front.
    return bool(STRONG.search(bare)) and not CHINESE.search(bare) and not ABBREVIATED.fullmatch(bare)
