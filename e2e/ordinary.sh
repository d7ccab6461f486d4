#!/bin/sh
# Starts $HOME_GALLERY_TEST_BINARY so that permissions of files bind it, also for root, whom they do not bind by nature.
if [ "$(id -u)" -eq 0 ]; then
  exec setpriv --bounding-set -dac_override,-dac_read_search "$HOME_GALLERY_TEST_BINARY" "$@"
fi
exec "$HOME_GALLERY_TEST_BINARY" "$@"
