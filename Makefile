# What a person types. Everything here also works from a bare Debian with git, make, node, go and python3.
#   BUILDER=<name>              build with a buildx builder of yours instead of the embedded BuildKit
#   BASE_IMAGES_ENGINE_DIR=<d>  where the engine keeps its programs, images and caches (default ~/.cache/base-images)

.DEFAULT_GOAL := help
# What the scripts import, as locked.
INSTALLED := node_modules/.package-lock.json

.PHONY: help demo test proof images images-lock images-page docker-build-wheels common-test fave-test docker-build-base docker-build-service services-test services-sizes engine engine-stop clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-20s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

## --- for everyone ---

demo: $(INSTALLED) ## plan, build, test and release images/ in a local registry; then one change; then none
	node scripts/demo.mjs

test: ## all tests and checks
	bash scripts/test.sh

proof: $(INSTALLED) ## N=1000 SEED=1: random repositories, planned by us and built before and after by BuildKit; REPLAY=SEED:CASE
	node scripts/proof.mjs --cases "$(N)" --seed "$(SEED)" --replay "$(REPLAY)"

## --- the images of this repository ---

images: $(INSTALLED) ## build, test, measure and release all of images/manifest.yaml, large ones too; resumes. ONLY="--family audio"
	node scripts/images.mjs $(ONLY)

images-lock: $(INSTALLED) ## resolve what every image installs: constraints and locks. UPGRADE=1 moves all versions, UPGRADE=numpy one
	node scripts/images-lock.mjs
	node scripts/images-page.mjs

images-page: $(INSTALLED) ## write what is in every image into docs/images.md
	node scripts/images-page.mjs

docker-build-wheels: $(INSTALLED) ## build the wheels of native packages that images bind-mount
	node scripts/images.mjs --no-measure --image wheels

## --- the FAVE family ---

common-test: $(INSTALLED) ## ruff, mypy and pytest of common/ on this machine, against a real MinIO
	node scripts/common-test.mjs

fave-test: $(INSTALLED) ## build fave-base, webrtcvad and the sample function; run their tests inside of the images
	node scripts/fave-test.mjs

## --- the services ---

docker-build-base: $(INSTALLED) ## the images that services stand on; SERVICE_BASE=python-web for one of them
	node scripts/services.mjs base $(SERVICE_BASE)

docker-build-service: $(INSTALLED) ## SERVICE=discord: one service, and what of its bases is missing
	node scripts/services.mjs build $(SERVICE)

services-test: $(INSTALLED) ## build the services, start each in a container, wait for its health check; SERVICES="discord stt" for some
	node scripts/services.mjs test $(SERVICES)

services-sizes: $(INSTALLED) ## write installed.txt of the bases: sizes of packages, for the cost that lint tells; SERVICE_BASE=python-base
	node scripts/services.mjs sizes $(SERVICE_BASE)

## --- the engine: registry and BuildKit on this machine ---

engine: ## build (once) and start the registry and BuildKit
	@node tools/engine/cli.mjs start >/dev/null

engine-stop: ## stop them; images and caches stay
	@node tools/engine/cli.mjs stop

## --- the work tree ---

$(INSTALLED): package-lock.json
	npm ci --no-audit --no-fund --loglevel=error

clean: engine-stop ## stop the engine and remove what was built in the work tree
	rm -rf build coverage
