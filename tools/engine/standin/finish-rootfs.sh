#!/bin/sh
# Makes a Debian root file system look like the official Python image. Run by mmdebstrap as its last step.
#   $1 the root file system   $2 a folder with the host's certificates, one PEM file each   $3 where to write Python's version
set -eu
root=$1
certificates=$2
version=$3

# The host's certificates that Debian does not have. The last line of a certificate is the end of its
# signature: it tells two of them apart.
bundle=$root/etc/ssl/certs/ca-certificates.crt
for certificate in "$certificates"/*.crt; do
  [ -e "$certificate" ] || continue
  signature=$(tail -n 2 "$certificate" | head -n 1)
  grep -qxF -e "$signature" "$bundle" || cp "$certificate" "$root/usr/local/share/ca-certificates/"
done
chroot "$root" update-ca-certificates >/dev/null 2>&1

# The official image has its interpreter and what pip installs under /usr/local: .../bin/python, .../bin/pip,
# .../lib/python3.11/site-packages. A virtual environment at that place gives the same paths.
rm -f "$root"/usr/lib/python3*/EXTERNALLY-MANAGED
chroot "$root" python3 -m venv --system-site-packages /usr/local
rm -f "$root"/usr/local/bin/activate* "$root"/usr/local/bin/Activate.ps1

# Bytecode that does not depend on the time stamps of its sources: those are all set to one date in the end.
find "$root/usr/lib" "$root/usr/local" -name __pycache__ -prune -exec rm -rf {} +
chroot "$root" python3 -m compileall -q -f --invalidation-mode unchecked-hash /usr/lib/python3.11 /usr/lib/python3 /usr/local/lib/python3.11 || true

chroot "$root" python3 -c 'import platform; print(platform.python_version())' >"$version"

# As in the official images: apt keeps no archives, downloads no translations, starts no services.
cat >"$root/etc/apt/apt.conf.d/docker-clean" <<'END'
DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };
APT::Update::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb /var/cache/apt/*.bin || true"; };
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
END
echo 'Acquire::Languages "none";' >"$root/etc/apt/apt.conf.d/docker-no-languages"
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
# "No recommended packages" was meant for this bootstrap only; inside the image Debian's default holds.
rm -f "$root/etc/apt/apt.conf.d/99mmdebstrap"

rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/archives/*.deb "$root"/var/cache/apt/*.bin "$root"/var/cache/ldconfig/* "$root"/var/log/*.log \
  "$root"/var/log/apt "$root"/tmp/* "$root"/root/.cache
# What the build machine put there for its own network.
: >"$root/etc/resolv.conf"
: >"$root/etc/hostname"
