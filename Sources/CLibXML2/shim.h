// The system's libxml2, as `pkg-config libxml-2.0` finds it.
// Its headers would bring in the system's ICU, whose declarations contradict the ICU inside Foundation. Only a
// field of the encoding handler, which nobody here touches, depends on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
