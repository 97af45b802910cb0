package bolt

import "golang.org/x/sys/windows"

// initialMap is none here, because Windows grows a file to the size of its map.
const initialMap = 0

var systemNoRoom = []error{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL}

// SyncFolder does nothing: Windows has no flush for folders, its file system journals names.
func SyncFolder(string) error { return nil }
