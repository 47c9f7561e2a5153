/*
 * Laid before the C library (LD_PRELOAD), it tells in one file, in their order, what a program does to the files of one
 * folder: opened, written, cut, forced to the disk, taken away. WRITES_OF is the folder, WRITES_LOG the file that tells.
 *
 * Each record is six numbers of eight bytes (kind, number of the file, place, length, 0, 0) and as many bytes as its length.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { OPENED = 1, WRITTEN, CUT, FORCED, GONE, FOLDER_FORCED, RENAMED };
enum { most = 4096 };

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int told = -1;
static char folder[4096];
static uint64_t files[most];
static uint64_t last;

static ssize_t (*real_write)(int, const void *, size_t);

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static void tell(uint64_t kind, uint64_t file, uint64_t place, uint64_t length, const void *bytes) {
  uint64_t head[6] = {kind, file, place, length, 0, 0};
  if (real_write(told, head, sizeof head) != sizeof head) abort();
  for (size_t done = 0; done < length;) {
    ssize_t more = real_write(told, (const char *)bytes + done, length - done);
    if (more <= 0) abort();
    done += (size_t)more;
  }
}

__attribute__((constructor)) static void begin(void) {
  real_write = real("write");
  const char *of = getenv("WRITES_OF"), *log = getenv("WRITES_LOG");
  if (!of || !log) return;
  snprintf(folder, sizeof folder, "%s", of);
  int (*open_real)(const char *, int, ...) = real("open");
  told = open_real(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (told < 0) abort();
}

static int is_ours(const char *path) {
  return told >= 0 && path && strncmp(path, folder, strlen(folder)) == 0;
}

/* 0: none of ours. The folder itself and those above it are ours too, for they are forced as well. */
static uint64_t file_of(int fd) { return told >= 0 && fd >= 0 && fd < most ? files[fd] : 0; }

static int opened(int fd, const char *path, int flags) {
  if (fd < 0 || fd >= most) return fd;
  files[fd] = 0;
  struct stat found;
  if (!is_ours(path) || fstat(fd, &found) != 0) return fd;
  files[fd] = ++last;
  tell(OPENED, last, (S_ISDIR(found.st_mode) ? 2 : 0) + (flags & O_TRUNC ? 1 : 0), strlen(path), path);
  return fd;
}

#define OPENS(name)                                                   \
  int name(const char *path, int flags, ...) {                        \
    static int (*as)(const char *, int, ...);                         \
    if (!as) as = real(#name);                                        \
    va_list more;                                                     \
    va_start(more, flags);                                            \
    int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, int) : 0; \
    va_end(more);                                                     \
    pthread_mutex_lock(&turn);                                        \
    int fd = opened(as(path, flags, mode), path, flags);              \
    pthread_mutex_unlock(&turn);                                      \
    return fd;                                                        \
  }
OPENS(open)
OPENS(open64)

int close(int fd) {
  static int (*as)(int);
  if (!as) as = real("close");
  pthread_mutex_lock(&turn);
  if (fd >= 0 && fd < most) files[fd] = 0;
  int done = as(fd);
  pthread_mutex_unlock(&turn);
  return done;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  if (!real_write) real_write = real("write");
  uint64_t file = file_of(fd);
  if (!file) return real_write(fd, bytes, length);
  pthread_mutex_lock(&turn);
  ssize_t done = real_write(fd, bytes, length);
  if (done > 0) tell(WRITTEN, file, (uint64_t)lseek(fd, 0, SEEK_CUR) - (uint64_t)done, (uint64_t)done, bytes);
  pthread_mutex_unlock(&turn);
  return done;
}

#define WRITES_AT(name)                                                   \
  ssize_t name(int fd, const void *bytes, size_t length, off_t place) {   \
    static ssize_t (*as)(int, const void *, size_t, off_t);               \
    if (!as) as = real(#name);                                            \
    uint64_t file = file_of(fd);                                          \
    if (!file) return as(fd, bytes, length, place);                       \
    pthread_mutex_lock(&turn);                                            \
    ssize_t done = as(fd, bytes, length, place);                          \
    if (done > 0) tell(WRITTEN, file, (uint64_t)place, (uint64_t)done, bytes); \
    pthread_mutex_unlock(&turn);                                          \
    return done;                                                          \
  }
WRITES_AT(pwrite)
WRITES_AT(pwrite64)

#define CUTS(name)                                             \
  int name(int fd, off_t length) {                             \
    static int (*as)(int, off_t);                              \
    if (!as) as = real(#name);                                 \
    uint64_t file = file_of(fd);                               \
    if (!file) return as(fd, length);                          \
    pthread_mutex_lock(&turn);                                 \
    int done = as(fd, length);                                 \
    if (done == 0) tell(CUT, file, (uint64_t)length, 0, NULL); \
    pthread_mutex_unlock(&turn);                               \
    return done;                                               \
  }
CUTS(ftruncate)
CUTS(ftruncate64)

#define FORCES(name)                                                            \
  int name(int fd) {                                                            \
    static int (*as)(int);                                                      \
    if (!as) as = real(#name);                                                  \
    uint64_t file = file_of(fd);                                                \
    if (!file) return as(fd);                                                   \
    pthread_mutex_lock(&turn);                                                  \
    int done = as(fd);                                                          \
    struct stat found;                                                          \
    int is_folder = fstat(fd, &found) == 0 && S_ISDIR(found.st_mode);           \
    if (done == 0) tell(is_folder ? FOLDER_FORCED : FORCED, file, 0, 0, NULL);  \
    pthread_mutex_unlock(&turn);                                                \
    return done;                                                                \
  }
FORCES(fsync)
FORCES(fdatasync)

int unlink(const char *path) {
  static int (*as)(const char *);
  if (!as) as = real("unlink");
  if (!is_ours(path)) return as(path);
  pthread_mutex_lock(&turn);
  int done = as(path);
  if (done == 0) tell(GONE, 0, 0, strlen(path), path);
  pthread_mutex_unlock(&turn);
  return done;
}

int rename(const char *from, const char *to) {
  static int (*as)(const char *, const char *);
  if (!as) as = real("rename");
  if (!is_ours(from) && !is_ours(to)) return as(from, to);
  pthread_mutex_lock(&turn);
  int done = as(from, to);
  if (done == 0) {
    char both[8192];
    int length = snprintf(both, sizeof both, "%s\n%s", from, to);
    tell(RENAMED, 0, 0, (uint64_t)length, both);
  }
  pthread_mutex_unlock(&turn);
  return done;
}
