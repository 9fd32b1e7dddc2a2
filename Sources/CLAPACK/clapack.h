// The BLAS and LAPACK entry points that this package calls, and nothing else.
//
// These are prototypes of Fortran symbols, written for this package. Conventions: every argument
// is a pointer, matrices are column-major, integers have 32 bits, and the length of each
// character argument follows after the last argument (the gfortran calling convention).
//
// A port to another platform changes this folder only. On macOS the same symbols come from the
// Accelerate framework: link that framework instead of "openblas" in the module map, and drop
// openblas_set_num_threads together with its one caller, and let Processors ask the system.

#ifndef ROLLCALL_CLAPACK_H
#define ROLLCALL_CLAPACK_H

#include <stddef.h>
#include <stdint.h>

// Factors a general m-by-n matrix as P * L * U.
void dgetrf_(const int32_t *m, const int32_t *n, double *a, const int32_t *lda,
             int32_t *ipiv, int32_t *info);

// Solves A * X = B or its transpose with the factors computed by dgetrf_.
void dgetrs_(const char *trans, const int32_t *n, const int32_t *nrhs, const double *a,
             const int32_t *lda, const int32_t *ipiv, double *b, const int32_t *ldb,
             int32_t *info, size_t trans_length);

// Computes y = alpha * op(A) * x + beta * y.
void dgemv_(const char *trans, const int32_t *m, const int32_t *n, const double *alpha,
            const double *a, const int32_t *lda, const double *x, const int32_t *incx,
            const double *beta, double *y, const int32_t *incy, size_t trans_length);

// Factors a symmetric positive definite matrix as L * L^T or U^T * U.
void dpotrf_(const char *uplo, const int32_t *n, double *a, const int32_t *lda, int32_t *info,
             size_t uplo_length);

// Solves op(A) * X = alpha * B or X * op(A) = alpha * B for a triangular A; X replaces B.
void dtrsm_(const char *side, const char *uplo, const char *trans, const char *diag,
            const int32_t *m, const int32_t *n, const double *alpha, const double *a,
            const int32_t *lda, double *b, const int32_t *ldb, size_t side_length,
            size_t uplo_length, size_t trans_length, size_t diag_length);

// Solves op(A) * x = b for a triangular A; x replaces b.
void dtrsv_(const char *uplo, const char *trans, const char *diag, const int32_t *n,
            const double *a, const int32_t *lda, double *x, const int32_t *incx,
            size_t uplo_length, size_t trans_length, size_t diag_length);

// Computes one triangle of C = alpha * A * A^T + beta * C or C = alpha * A^T * A + beta * C.
void dsyrk_(const char *uplo, const char *trans, const int32_t *n, const int32_t *k,
            const double *alpha, const double *a, const int32_t *lda, const double *beta,
            double *c, const int32_t *ldc, size_t uplo_length, size_t trans_length);

// Computes C = alpha * op(A) * op(B) + beta * C.
void dgemm_(const char *transa, const char *transb, const int32_t *m, const int32_t *n,
            const int32_t *k, const double *alpha, const double *a, const int32_t *lda,
            const double *b, const int32_t *ldb, const double *beta, double *c,
            const int32_t *ldc, size_t transa_length, size_t transb_length);

// Sets how many threads OpenBLAS may use in this process.
void openblas_set_num_threads(int count);

// Returns the number of processors that this process may use.
int openblas_get_num_procs(void);

#endif
