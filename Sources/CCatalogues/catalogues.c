#include "catalogues.h"

// Embedded here, because a compiler of Swift needs a minute and 1.5 GB for half a megabyte of array literals.

// The compiler that comes with Swift knows it in older C, too, and says that others may not.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char phrases[] = {
#embed "../../Templates/locales/phrases.pot"
};
static const unsigned char de[] = {
#embed "../../Templates/locales/de.po"
};
static const unsigned char es[] = {
#embed "../../Templates/locales/es.po"
};
static const unsigned char fr[] = {
#embed "../../Templates/locales/fr.po"
};
static const unsigned char it[] = {
#embed "../../Templates/locales/it.po"
};
static const unsigned char nl[] = {
#embed "../../Templates/locales/nl.po"
};
static const unsigned char pt[] = {
#embed "../../Templates/locales/pt.po"
};

static const struct catalogue catalogues[] = {
  {"phrases.pot", phrases, sizeof phrases}, {"de.po", de, sizeof de}, {"es.po", es, sizeof es},
  {"fr.po", fr, sizeof fr}, {"it.po", it, sizeof it}, {"nl.po", nl, sizeof nl}, {"pt.po", pt, sizeof pt},
};

const struct catalogue *catalogue_at(size_t index) {
  return index < sizeof catalogues / sizeof *catalogues ? catalogues + index : NULL;
}
