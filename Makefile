# A fresh machine needs Python 3.11 or later, make and git. Everything else goes into .venv.
PYTHON ?= python3
PORT ?= 8000
# The host that builds the site: mkdocs or properdocs.
HOST ?= mkdocs
BIN := .venv/bin
READY := .venv/.ready
# What checks the theme's JavaScript and CSS; Node.js itself is a package of .venv.
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm
NODE_TOOLS := PATH="$(CURDIR)/$(BIN):$$PATH" node_modules/.bin
TOOLS := node_modules/.ready

# The theme's banner about its own future is for its users, not for this site's contributors.
export NO_MKDOCS_2_WARNING := 1

.PHONY: test-browser test-extended test-sites test-conversion test-commands test-others help setup newest serve site preview dist test-wheel release-check lint test check new propose fix review inbox suggest reference convert fuzz validate screenshots audit sbom licences mutants lock lock-tools clean bench-claims fit-claims bench-clean bench-script train-script bench-search bench-build bench-commands bench-inbox
.PHONY: oldest portable fuzz-guided

help: ## 列出这些命令
	@echo "编者："
	@grep -hE '^[a-z-]+:.*[^#]## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22
	@echo "程序员 · programmers:"
	@grep -hE '^[a-z-]+:.*### ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*### /  make \1\t/' | expand -t 22

setup: $(READY) ## 照锁定的版本准备 .venv（一次；锁定的版本变了再来一次）

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "错误：要 Python 3.11 或更新的，来的是 $$($(PYTHON) --version 2>&1)；例如：make PYTHON=python3.12" >&2; exit 1; }
	@echo "==> .venv：虚拟环境（$$($(PYTHON) --version)）"
	@$(PYTHON) -m venv .venv || { \
	  echo "错误：没有 Python 的 venv 模块；Debian 或 Ubuntu：apt-get install python3-venv" >&2; exit 1; }
	@echo "==> .venv：requirements.txt 里的软件包（头一次要一两分钟）"
	@$(BIN)/python -m pip install --disable-pip-version-check -qq --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --disable-pip-version-check -qq --no-build-isolation --no-deps --editable .
	@# pip compiles packages that it copies, not one that stays where it is; some shells let Python write nothing.
	@$(BIN)/python -m compileall -q -j 0 plugins scripts
	@touch $@
	@echo "==> .venv 准备好了"

newest: ### make .venv with the newest packages that pyproject.toml allows, instead of the lock's
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --disable-pip-version-check -qq --upgrade -r requirements-build.in
	@$(BIN)/python -m pip install --disable-pip-version-check -qq --no-build-isolation --editable ".[test]"
	@touch $(READY)

oldest: ### make .venv with the oldest packages that pyproject.toml allows
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --disable-pip-version-check -qq uv
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --resolution lowest-direct --editable ".[test]"
	@touch $(READY)

preview: site ## 按读者看到的样子生成网站并打开：http://localhost:8000/（PORT=8000）
	@echo "==> http://localhost:$(PORT)/（按 Ctrl-C 结束）"
	@$(BIN)/python -m http.server --bind localhost --directory site $(PORT)

portable: site ## 把网站生成到 portable/，双击就能打开的文件夹
	@$(BIN)/digest portable site

dist: setup ### build the package (wheel and source) into dist/
	@rm -rf dist
	@$(BIN)/python -m hatchling build

test-wheel: dist ### build the package and test that very wheel, away from the checkout
	@WHEEL=$$(echo dist/*.whl) $(BIN)/python -m pytest tests/wheel

# The tag comes from outside: it is a variable of the shell, never a part of its program.
release-check: setup ### compare a release's tag with the package's version and the changelog: TAG=v1.2.3 make release-check
	@version=$$($(BIN)/python -m hatchling version) && \
	{ test "$$TAG" = "v$$version" || { \
	  echo "error: the tag '$$TAG' came; allowed: v$$version (plugins/digest/__init__.py); example: git tag v$$version" >&2; exit 1; }; } && \
	{ grep -q "^## $$version" CHANGELOG.md || { \
	  echo "error: CHANGELOG.md has no heading for $$version; example: ## $$version" >&2; exit 1; }; }

convert: setup ## 把 seeds/ 里新的网页转到 docs/articles/
	@echo "==> seeds/：转换新的"
	@$(BIN)/python scripts/convert seeds --out docs/articles --brief

serve: convert ## 在 http://localhost:8000/ 看文摘，改动随时出现
	@$(BIN)/python -c 'import socket; socket.create_server(("localhost", $(PORT))).close()' 2>/dev/null || { \
	  echo "错误：端口 $(PORT) 已有人用；换一个：make serve PORT=$$(($(PORT) + 1))" >&2; exit 1; }
	@echo "==> http://localhost:$(PORT)/（按 Ctrl-C 结束）"
	@$(BIN)/$(HOST) serve --dev-addr localhost:$(PORT)

site: convert ## 把文摘生成到 site/，任何错误都会中止
	@echo "==> site/：生成"
	@$(BIN)/$(HOST) build --strict --site-dir .site-new || { rm -rf .site-new; \
	  echo "错误：什么也没有发布；site/ 如果有，还是原来的" >&2; exit 1; }
	@rm -rf site && mv .site-new site

# An address may hold anything: it is a variable of the shell, never a part of its program.
new: export NEW_PAGE = $(value PAGE)
new: export NEW_SLUG = $(value SLUG)
new: setup ## 添一篇文章：make new PAGE=https://… 或 PAGE=saved.html [SLUG=名称]
	@test -n "$$NEW_PAGE" || { \
	  echo "错误：少了 PAGE，网址或文件；例如：make new PAGE=saved.html" >&2; exit 2; }
	@$(BIN)/digest new "$$NEW_PAGE" $${NEW_SLUG:+--slug "$$NEW_SLUG"}

propose: export PROPOSED = $(value EVENT)
propose: export PUSHED_TO = $(value REMOTE)
propose: setup ## 照 GitHub 事件里的表单去做：make propose EVENT=event.json [REMOTE=origin]
	@test -n "$$PROPOSED" || { \
	  echo "错误：少了 EVENT，事件的 JSON；例如：make propose EVENT=event.json" >&2; exit 2; }
	@$(BIN)/digest propose "$$PROPOSED" $${PUSHED_TO:+--push "$$PUSHED_TO"}

fix: setup ## 改正 docs/ 里的半角标点、空格和行尾，然后检查
	@$(BIN)/digest check --fix

check: setup ## 检查文章、链接、关系、概念和用词，不必生成网站
	@$(BIN)/digest check $(if $(FORMAT),--format "$(FORMAT)") $(if $(FAIL_ON),--fail-on "$(FAIL_ON)")

review: setup ## 这个分支给读者带来什么改变：make review [BASE=main] [FORMAT=markdown]
	@$(BIN)/digest review $(if $(FORMAT),--format "$(FORMAT)") $(if $(BASE),"$(BASE)")

reference: setup ### renew docs/contribute/format.md from what the checks go by
	@$(BIN)/digest reference --output docs/contribute/format.md

# A source may be anything: it is a variable of the shell, never a part of its program.
inbox: export INBOX_FROM = $(value FROM)
inbox: setup ## docs/feeds.yml 里与文摘论点有关的：make inbox [FROM=订阅或存档] [APPLY=1]
	@$(BIN)/digest inbox $(if $(APPLY),--apply,$${INBOX_FROM:+"$$INBOX_FROM"})

suggest: setup ## 还没有人写下的论点和关系：make suggest [ARTICLE=名称] [APPLY=1]
	@$(BIN)/digest suggest $(if $(APPLY),--apply) $(ARTICLE)

$(TOOLS): package-lock.json $(READY)
	@echo "==> node_modules: the packages of package-lock.json"
	@$(NPM) ci --ignore-scripts --loglevel=error
	@touch $@

lint: setup $(TOOLS) ### check Python, JavaScript and CSS, and run the scripts' unit tests
	@echo "==> lint"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy plugins scripts
	@for each in bench/*/; do MYPYPATH="$$each:bench/build:tests/browser" $(BIN)/mypy "$$each" || exit 1; done
	@$(NODE_TOOLS)/tsc -p tsconfig.json
	@$(NODE_TOOLS)/tsc -p tests/js
	@$(NODE_TOOLS)/eslint .
	@$(NODE_TOOLS)/stylelint "plugins/digest/theme/assets/**/*.css"
	@echo "==> the theme's scripts"
	@# Pages have a window each, and what makes windows is loaded once; a worker's modules have one state a process.
	@PATH="$(CURDIR)/$(BIN):$$PATH" node --test --test-reporter=dot --test-isolation=none "tests/js/pages/*.test.js"
	@PATH="$(CURDIR)/$(BIN):$$PATH" node --test --test-reporter=dot "tests/js/*.test.js"

test: setup $(TOOLS) ### check the code and run every test, in a real browser too
	@echo "==> lint, and tests: in a browser, of built sites, of extended ones, of the conversion, of commands, and all others, beside one another"
	@$(MAKE) --no-print-directory --jobs=7 lint test-browser test-sites test-extended test-conversion test-commands test-others

# Each of them waits now and then. What five of them say is told as one piece each, when they are done.
test-browser: setup $(TOOLS) ### run the tests in a real browser, alone
	@$(BIN)/python tests/browser/chromium.py
	@$(call told_when_done,browser,tests/browser)

test-sites: setup ### run the tests that build sites, alone
	@$(call told_when_done,sites,tests/site --ignore=tests/site/extended)

test-extended: setup ### run the tests of sites by other hosts, with other plugins and themes, and by the how-to pages, alone
	@$(call told_when_done,extended,tests/site/extended)

test-conversion: setup ### run the tests of the conversion and of the package, alone
	@$(call told_when_done,conversion,tests/convert tests/fuzz tests/wheel)

test-commands: setup ### run the tests of whole commands (stopped, twice at once, on faulty machines), alone
	@$(call told_when_done,commands,tests/commands)

test-others: setup ### run the tests of all else
	@$(BIN)/python -m pytest $(addprefix --ignore=tests/,browser commands convert fuzz site wheel)

# The name of a part of the tests; what it consists of.
told_when_done = mkdir -p .cache; $(BIN)/python -m pytest -o cache_dir=.cache/pytest-$(1) $(2) > .cache/tests-$(1).txt 2>&1; \
	  status=$$?; cat .cache/tests-$(1).txt; exit $$status

mutants: setup ### change a room's code in small ways and list what no test notices: make mutants ROOM=plugins/digest/text [TESTS=files|all] [PROCESSES=1]
	@test -n "$(ROOM)" || { echo "error: ROOM is needed; for example: make mutants ROOM=plugins/digest/text" >&2; exit 2; }
	@$(BIN)/python -m pip install --disable-pip-version-check -qq --require-hashes -r requirements-mutants.txt
	@$(BIN)/python tests/mutants "$(ROOM)" $(if $(TESTS),--tests $(TESTS)) $(if $(PROCESSES),--processes $(PROCESSES))

fuzz-guided: setup ### the same, led by which lines an input reaches (Linux): make fuzz-guided MINUTES=20
	@$(BIN)/python -m pip install --disable-pip-version-check -qq --require-hashes -r requirements-fuzz.txt
	@$(BIN)/python -c 'import importlib.util, sys; sys.exit(importlib.util.find_spec("atheris") is None)' || { \
	  echo "error: atheris has no wheel for this system; allowed: Linux with Python 3.11 to 3.14; elsewhere: make fuzz" >&2; exit 1; }
	@$(BIN)/python tests/fuzz/guided.py $(or $(MINUTES),20)

fuzz: setup ### try inputs that nobody thought of, and all hostile texts in a browser: make fuzz MINUTES=20
	@$(BIN)/python tests/browser/chromium.py
	@end=$$(($$(date +%s) + 60 * $(or $(MINUTES),20))); while [ $$(date +%s) -lt $$end ]; do \
	  FUZZ_EXAMPLES=500 HOSTILE_EVERY=1 $(BIN)/python -m pytest -q tests/fuzz tests/browser/test_hostile_published.py \
	    tests/browser/test_hostile_files.py \
	  || exit 1; done

CHECKER := tests/validator/node_modules/.ready

$(CHECKER): tests/validator/package-lock.json $(READY)
	@$(NPM) ci --prefix tests/validator --ignore-scripts --loglevel=error
	@touch $@

validate: site $(CHECKER) ### give every page of site/ to the Nu Html Checker (needs Java)
	@$(BIN)/python tests/validator site

screenshots: setup ### take pictures of each kind of page into .screenshots/, to be looked at
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python tests/browser/screenshots.py .screenshots

.audit/.ready: requirements-audit.txt
	@$(PYTHON) -m venv .audit
	@.audit/bin/python -m pip install --disable-pip-version-check -q --require-hashes -r requirements-audit.txt
	@touch $@

audit: .audit/.ready ### ask whether a locked package has a known hole (needs the network)
	@.audit/bin/pip-audit --strict --require-hashes --disable-pip -r requirements.txt || { \
	  echo "error: a locked package has a known hole, or one could not be asked about; the lines above name it." >&2; \
	  echo "The advisories are those of PyPI's JSON interface: without it (offline, behind a mirror) nothing is audited." >&2; exit 1; }

sbom: setup ### write sbom/sbom.cdx.json: what is locked, with its hashes, as CycloneDX
	@$(BIN)/python .ci/sbom.py sbom/sbom.cdx.json

licences: setup ### look at the licence of every locked package
	@$(BIN)/python .ci/licences.py

lock: ### renew requirements.txt and those of the tools beside it (needs uv)
	uv pip compile pyproject.toml requirements-build.in --extra test --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --output-file requirements.txt
	uv pip compile requirements-mutants.in --constraint requirements.txt --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --output-file requirements-mutants.txt
	uv pip compile requirements-fuzz.in --constraint requirements.txt --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --output-file requirements-fuzz.txt
	echo 'pip-audit>=2.9,<3' | uv pip compile - --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate --output-file requirements-audit.txt

lock-tools: $(READY) ### renew each package-lock.json from its package.json
	@for each in . tests/validator; do \
	  $(NPM) install --prefix "$$each" --package-lock-only --ignore-scripts --loglevel=error && \
	  $(BIN)/node tests/js/without-addresses.js "$$each/package-lock.json" || exit 1; done

bench-clean: setup ### compare the conversion with other extractors: make bench-clean PAGES=dir GOLD=file [SCORER=file]
	@test -n "$(PAGES)" -a -n "$(GOLD)" || { \
	  echo "error: PAGES and GOLD are needed; for example: make bench-clean PAGES=pages/raw GOLD=pages/gold.json" >&2; exit 2; }
	@$(BIN)/python bench/clean --pages "$(PAGES)" --gold "$(GOLD)" $(if $(SCORER),--scorer "$(SCORER)")

train-script: setup ### make the model of the conversion anew: make train-script TEXTS=dir HELD=dir WORDS="file ..."
	@test -n "$(TEXTS)" -a -n "$(HELD)" -a -n "$(WORDS)" || { \
	  echo "error: TEXTS, HELD and WORDS are needed; for example: make train-script TEXTS=texts HELD=held WORDS=dict.txt" >&2; exit 2; }
	@$(BIN)/python bench/training "$(TEXTS)" --held "$(HELD)" --words $(WORDS)

bench-script: setup ### compare engines that convert between the scripts: make bench-script TEXTS=dir [SPOTS=file] [JUDGED=file] [ORIGINALS=dir [DROP=1]] [SENTENCES=file]
	@$(BIN)/python bench/script $(if $(TEXTS),--texts "$(TEXTS)") $(if $(SPOTS),--spots "$(SPOTS)") $(if $(JUDGED),--judged "$(JUDGED)") \
	  $(if $(ORIGINALS),--originals "$(ORIGINALS)") $(if $(DROP),--drop) $(if $(SENTENCES),--sentences "$(SENTENCES)")

clean: ### remove .venv, site/ and what builds keep
	rm -rf .venv node_modules tests/validator/node_modules site portable dist .cache

bench-claims: setup ### measure suggestions and summaries: make bench-claims GOLD=dir [TEXTS=dir] [N=10000]
	@test -n "$(GOLD)$(N)" || { \
	  echo "error: GOLD or N is needed; for example: make bench-claims GOLD=gold N=10000" >&2; exit 2; }
	@$(BIN)/python bench/claims $(if $(GOLD),--gold "$(GOLD)") $(if $(ARTICLES),--articles "$(ARTICLES)") \
	  $(if $(TEXTS),--texts "$(TEXTS)") \
	  $(if $(N),--growth "$(N)")

fit-claims: setup ### learn the weights of claims and extracts from judged articles: make fit-claims GOLD=dir [TEXTS=dir]
	@test -n "$(GOLD)" || { echo "error: GOLD is needed; for example: make fit-claims GOLD=gold" >&2; exit 2; }
	@$(BIN)/python bench/claims/fit.py --gold "$(GOLD)" $(if $(TEXTS),--texts "$(TEXTS)")

bench-search: setup ### measure the search beside the theme's own and Pagefind: make bench-search N=5000 [QUERIES=file] [TEXTS=dir]
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python bench/search --articles $(or $(N),500) $(if $(QUERIES),--queries "$(QUERIES)") $(if $(TEXTS),--texts "$(TEXTS)") $(if $(SYSTEMS),--systems "$(SYSTEMS)")

bench-build: setup ### build N articles with this and with plain MkDocs sites, side by side: make bench-build N=1000 [ALSO=100,3000]
	@$(BIN)/python bench/build --articles $(or $(N),1000) --also "$(ALSO)" $(if $(SYSTEMS),--systems "$(SYSTEMS)")

bench-commands: setup ### processor seconds of the commands that people wait for: make bench-commands [N=1000]
	@$(BIN)/python bench/commands $(if $(N),--articles $(N))

bench-inbox: setup ### measure the inbox on an archive of N pages that it makes: make bench-inbox N=10000 [SPEED=1000]
	@$(BIN)/python bench/inbox --pages $(or $(N),10000) $(if $(SPEED),--speed "$(SPEED)")
