#pragma once

// What the C libraries of Linux show only under _GNU_SOURCE, which Swift's own modules of them do without.
// macOS shows its `addchdir_np` always, and has no `pipe2`.
#ifndef __APPLE__
#include <spawn.h>

int pipe2(int ends[2], int flags);
// fcntl(2): sets the capacity of a pipe, in bytes.
static const int F_SETPIPE_SZ_LINUX = 1031;
// open(2): a descriptor that only stands for a place in the tree; this number on every processor that Swift runs on.
static const int O_PATH_LINUX = 010000000;
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
#endif
