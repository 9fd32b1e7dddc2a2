/* Solves an MPS file with Clp: solve_clp FILE TIMES METHOD LIMIT SOLUTION.
 *
 * METHOD is dual, primal, automatic, barrier or barrier-vertexless (no crossover). Only the call that
 * solves is timed, presolve included; each starts from a model read anew. TIMES is the most, and no
 * further run starts after ten seconds. The last answer goes to SOLUTION as CSV; what was measured
 * is printed as JSON. */
#include <coin/Clp_C_Interface.h>

#include "measure.h"

static int solve_type(const char *method) {
  if (!strcmp(method, "dual")) return 0;
  if (!strcmp(method, "primal")) return 1;
  if (!strcmp(method, "barrier")) return 3;
  if (!strcmp(method, "barrier-vertexless")) return 4;
  return 5;
}

static void write_solution(Clp_Simplex *model, const char *status, const char *path) {
  FILE *file = fopen(path, "w");
  if (!file) exit(2);
  char name[1024];
  int columns = Clp_numberColumns(model), rows = Clp_numberRows(model);
  fprintf(file, "kind,name,value,dual\n");
  if (!strcmp(status, "infeasible")) {
    double *ray = Clp_infeasibilityRay(model);
    for (int i = 0; ray && i < rows; i++) {
      Clp_rowName(model, i, name);
      write_line(file, "row", name, 0, ray[i]);
    }
    free(ray);
  } else {
    const double *x = Clp_primalColumnSolution(model), *d = Clp_dualColumnSolution(model);
    const double *activity = Clp_primalRowSolution(model), *y = Clp_dualRowSolution(model);
    for (int j = 0; j < columns; j++) {
      Clp_columnName(model, j, name);
      write_line(file, "column", name, x[j], d[j]);
    }
    for (int i = 0; i < rows; i++) {
      Clp_rowName(model, i, name);
      write_line(file, "row", name, activity[i], y[i]);
    }
  }
  fclose(file);
}

int main(int count, char **arguments) {
  if (count != 6) return 2;
  int times = atoi(arguments[2]);
  Measured m = {0};
  m.start = memory("VmRSS:");
  Clp_Simplex *model = NULL;
  while (m.count < times && m.count < MOST_TIMES && m.sum < 10) {
    if (model) Clp_deleteModel(model);
    model = Clp_newModel();
    Clp_setLogLevel(model, 0);
    if (Clp_readMps(model, arguments[1], 1, 0) != 0)
      return fprintf(stderr, "cannot read the file\n"), 3;
    Clp_setMaximumSeconds(model, atof(arguments[4]));
    Clp_Solve *options = ClpSolve_new();
    ClpSolve_setSolveType(options, solve_type(arguments[3]), -1);
    ClpSolve_setPresolveType(options, 0, -1); /* on */
    if (m.count == 0) m.reading = memory("VmHWM:"), m.model = memory("VmRSS:"), reset_peak();
    double begin = now(CLOCK_MONOTONIC), start = now(CLOCK_PROCESS_CPUTIME_ID);
    Clp_initialSolveWithOptions(model, options);
    m.sum += m.processor[m.count] = now(CLOCK_PROCESS_CPUTIME_ID) - start;
    m.wall[m.count] = now(CLOCK_MONOTONIC) - begin;
    if (m.count++ == 0) m.solving = memory("VmHWM:");
    ClpSolve_delete(options);
  }
  const char *names[] = {"optimal", "infeasible", "unbounded", "limit", "notProven"};
  int code = Clp_status(model);
  const char *status = code >= 0 && code <= 3 ? names[code] : "notProven";
  write_solution(model, status, arguments[5]);
  print_measured(&m, status, Clp_objectiveValue(model), Clp_numberIterations(model), Clp_Version());
  return 0;
}
