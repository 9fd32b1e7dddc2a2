/* Solves an MPS file with GLPK: solve_glpk FILE TIMES METHOD LIMIT SOLUTION.
 *
 * METHOD is primal or dual. Only the call of glp_simplex is timed, with GLPK's presolve and scaling;
 * each starts from the slack basis. TIMES is the most, and no further run starts after ten seconds.
 * The last answer goes to SOLUTION as CSV; what was measured is printed as JSON. */
#include <glpk.h>

#include "measure.h"

static const char *status_of(int code, glp_prob *model) {
  if (code == GLP_ENOPFS) return "infeasible";
  if (code == GLP_ENODFS) return "unbounded";
  if (code == GLP_ETMLIM) return "limit";
  if (code != 0) return "notProven";
  switch (glp_get_status(model)) {
    case GLP_OPT: return "optimal";
    case GLP_NOFEAS: return "infeasible";
    case GLP_UNBND: return "unbounded";
    default: return "notProven";
  }
}

static void write_solution(glp_prob *model, const char *status, const char *path) {
  FILE *file = fopen(path, "w");
  if (!file) exit(2);
  fprintf(file, "kind,name,value,dual\n");
  if (!strcmp(status, "optimal")) {
    for (int j = 1; j <= glp_get_num_cols(model); j++)
      write_line(file, "column", glp_get_col_name(model, j), glp_get_col_prim(model, j),
                 glp_get_col_dual(model, j));
    for (int i = 1; i <= glp_get_num_rows(model); i++)
      write_line(file, "row", glp_get_row_name(model, i), glp_get_row_prim(model, i),
                 glp_get_row_dual(model, i));
  }
  fclose(file);
}

int main(int count, char **arguments) {
  if (count != 6) return 2;
  int times = atoi(arguments[2]), code = 0;
  Measured m = {0};
  m.start = memory("VmRSS:");
  glp_term_out(GLP_OFF);
  glp_prob *model = glp_create_prob();
  if (glp_read_mps(model, GLP_MPS_FILE, NULL, arguments[1]) != 0 &&
      glp_read_mps(model, GLP_MPS_DECK, NULL, arguments[1]) != 0)
    return fprintf(stderr, "cannot read the file\n"), 3;
  m.reading = memory("VmHWM:");
  m.model = memory("VmRSS:");
  reset_peak();
  glp_smcp options;
  glp_init_smcp(&options);
  options.msg_lev = GLP_MSG_OFF;
  options.presolve = GLP_ON;
  options.meth = strcmp(arguments[3], "dual") ? GLP_PRIMAL : GLP_DUALP;
  options.tm_lim = (int)(1000 * atof(arguments[4]));
  while (m.count < times && m.count < MOST_TIMES && m.sum < 10) {
    glp_std_basis(model);
    double begin = now(CLOCK_MONOTONIC), start = now(CLOCK_PROCESS_CPUTIME_ID);
    code = glp_simplex(model, &options);
    m.sum += m.processor[m.count] = now(CLOCK_PROCESS_CPUTIME_ID) - start;
    m.wall[m.count] = now(CLOCK_MONOTONIC) - begin;
    if (m.count++ == 0) m.solving = memory("VmHWM:");
  }
  const char *status = status_of(code, model);
  write_solution(model, status, arguments[5]);
  print_measured(&m, status, glp_get_obj_val(model), glp_get_it_cnt(model), glp_version());
  return 0;
}
