// The system's libcmark, as `pkg-config libcmark` finds it.
#include <cmark.h>
