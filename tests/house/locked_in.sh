# Runs a command as a plain user in a file system that is read-only but for /data, as the image
# would: for `unshare --mount bash locked_in.sh HOUSE PYTHON PROJECT DATA USER COMMAND...`
# as root; HOUSE is an empty folder.
set -eu
house=$1 python=$2 project=$3 data=$4 user=$5
shift 5
# A house of its own, since root's home, where this Python may live, is closed to the user.
mount -t tmpfs -o mode=755 house "$house"
for folder in /usr /etc /bin /sbin /lib /lib64 "$python" "$project"; do
    if [ -L "$folder" ]; then
        cp -P "$folder" "$house$folder"
    elif [ -d "$folder" ]; then
        mkdir -p "$house$folder"
        mount --bind "$folder" "$house$folder"
        mount -o remount,bind,ro "$house$folder"
    fi
done
mkdir -p "$house/data" "$house/dev" "$house/proc" "$house/tmp"
mount --bind "$data" "$house/data"
mount --bind /dev "$house/dev"
mount -o remount,bind,ro "$house/dev"
mount --rbind /proc "$house/proc"
mount -o remount,ro "$house"
exec chroot --userspec="$user:$user" --groups= "$house" "$@"
