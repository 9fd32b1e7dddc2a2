/* Clocks and memory for the programs that call a peer's C interface. */
#ifndef MEASURE_H
#define MEASURE_H
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_TIMES = 1000 };

typedef struct {
  int count;
  double processor[MOST_TIMES], wall[MOST_TIMES];
  double sum;
  long start, reading, model, solving;
} Measured;

static double now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

/* Kilobytes of this process now (VmRSS:) or at most since the last reset (VmHWM:). */
static long memory(const char *field) {
  char line[256];
  long value = 0;
  FILE *file = fopen("/proc/self/status", "r");
  while (file && fgets(line, sizeof line, file))
    if (strncmp(line, field, strlen(field)) == 0) value = atol(line + strlen(field));
  if (file) fclose(file);
  return value;
}

static void reset_peak(void) {
  FILE *file = fopen("/proc/self/clear_refs", "w");
  if (file) {
    fputs("5", file);
    fclose(file);
  }
}

static void print_list(const char *name, const double *values, int count) {
  printf("\"%s\": [", name);
  for (int i = 0; i < count; i++) printf("%s%.9g", i ? ", " : "", values[i]);
  printf("], ");
}

static void print_measured(const Measured *m, const char *status, double objective, int iterations,
                           const char *version) {
  printf("{\"status\": \"%s\", ", status);
  print_list("processor", m->processor, m->count);
  print_list("wall", m->wall, m->count);
  printf("\"objective\": %.17g, \"simplexIterations\": %d, \"interiorIterations\": 0, ", objective,
         iterations);
  printf("\"memory\": {\"start\": %ld, \"reading\": %ld, \"model\": %ld, \"solving\": %ld}, ", m->start,
         m->reading, m->model, m->solving);
  printf("\"version\": \"%s\"}\n", version);
}

/* A line of the solution; names of these formats hold neither quotes nor line ends. */
static void write_line(FILE *file, const char *kind, const char *name, double value, double dual) {
  fprintf(file, "%s,\"%s\",%.17g,%.17g\n", kind, name, value, dual);
}
#endif
