/* A bare libxml2 text reader loop: every node is visited, nothing is kept. */
#include <libxml/xmlreader.h>
#include <stdio.h>

int main(int argc, char **argv) {
  xmlTextReaderPtr reader = argc > 1 ? xmlReaderForFile(argv[1], NULL, XML_PARSE_NONET) : NULL;
  long nodes = 0;
  int state = -1;
  if (reader == NULL) return 1;
  while ((state = xmlTextReaderRead(reader)) == 1) {
    if (xmlTextReaderConstValue(reader) != NULL) nodes++;
  }
  printf("%ld\n", nodes);
  xmlFreeTextReader(reader);
  return state == 0 ? 0 : 1;
}
