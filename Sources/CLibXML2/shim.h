#pragma once
// The ICU header that libxml2 includes defines types that clash with Foundation's own copy of ICU,
// so the switch is turned off before any other libxml2 header is read.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

// xmlFree is a mutable global variable, which Swift 6 refuses to touch.
static inline void fairlead_xmlFree(void *pointer) { xmlFree(pointer); }
