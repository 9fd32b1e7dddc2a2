#pragma once
#include <zlib.h>

// zlib starts an inflation by a macro, which Swift cannot import; give it a function's name.
// 16 + MAX_WBITS: the input is wrapped as gzip, and its check sum is verified.
static inline int startGzipInflation(z_stream *stream) {
  return inflateInit2(stream, 16 + MAX_WBITS);
}
